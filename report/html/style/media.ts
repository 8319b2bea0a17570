/** Phones, narrow windows, and paper. */
export const PHONE_AND_PRINT = `
@media (max-width: 64rem) {
  .matrix thead { position: absolute; left: -200vw }
  .matrix, .matrix tbody, .matrix tr, .matrix th { display: block; width: 100% }
  .matrix tr { display: flex; flex-wrap: wrap; gap: .4rem; padding: .9rem 0; border-top: 1px solid var(--line) }
  .matrix thead tr, .matrix tbody:first-of-type tr:first-child { border-top: 0 }
  .matrix tbody + tbody tr:first-child > * { padding-top: 0 }
  .matrix td { display: block }
  .matrix .method { min-width: 0; margin-right: .2rem }
  .matrix .empty { display: none }
  .cell { min-height: 2.25rem; padding: .2rem .7rem .2rem .5rem; font-size: .875rem }
  .cell .kind { display: inline; order: 1 }
  .cell b { order: 2 }
  .cell i { order: 3 }
}
@media (max-width: 44rem) {
  body > header, main, footer { padding-left: 1.1rem; padding-right: 1.1rem }
  main { padding-left: .5rem; padding-right: .5rem }
  .pair { grid-template-columns: minmax(0, 1fr) }
  .panel { padding: 1.25rem 1.1rem; border-radius: 14px; margin-bottom: 1rem }
  .head { padding-top: 1.75rem !important }
  .verdict { align-items: start; gap: .9rem }
  h1 { font-size: min(2.1rem, 8.8vw) }
  .seal .sign { width: 3rem; height: 3rem; padding: .55rem }
  .facts { grid-template-columns: 1fr 1fr; gap: 1rem }
  .filters { position: static; margin-left: -1.1rem; margin-right: -1.1rem; padding: .5rem 1.1rem 1rem }
  .filters label { flex: 1 1 8rem; min-width: 0 }
  .filters .search { flex-basis: 100% }
  .shown { margin-left: 0 }
  html { scroll-padding-top: 1rem }
  .inside { padding-left: 0 }
  .word { display: none }
  .requirement > summary { gap: .6rem }
  .halves { grid-template-columns: minmax(0, 1fr) }
  .promise small { display: block }
  .half + .half { border-left: 0; border-top: 1px solid var(--line) }
  .exchange .for { margin-left: 0 }
  .operation { white-space: normal; overflow-wrap: anywhere }
}
@media (prefers-reduced-motion: no-preference) {
  .quiet, .toggle, .cell { transition: border-color .12s, box-shadow .12s, background-color .12s }
}
@media print {
  :root { --paper: #fff }
  html { font-size: 75% }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  body > header, main, footer { max-width: none; padding: 0 }
  .panel { padding: 1rem 0; border: 0; border-radius: 0 }
  .filters, .skip, .more, .curl button, .evidence-head button { display: none !important }
  .violations li, .reasons li, .requirement > summary, .deviations, .matrix tr { break-inside: avoid }
  h2, h3 { break-after: avoid }
  .body { max-height: 30rem; overflow: hidden }
  a { color: inherit; text-decoration: none }
}
`
