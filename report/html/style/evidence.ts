/** Exchanges with headers, bodies and command lines. */
export const EVIDENCE = `
.evidence-head { display: flex; justify-content: space-between; align-items: center; gap: 1rem; margin-bottom: .5rem }
.evidence-head h4 { margin: 0; font-size: .875rem; font-weight: 600 }
.exchange { border: 1px solid var(--line); border-radius: 10px; background: var(--surface) }
.exchange + .exchange { margin-top: .5rem }
.exchange > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .7rem; padding: .6rem .9rem; cursor: pointer; border-radius: 10px; list-style: none }
.exchange > summary::-webkit-details-marker { display: none }
.exchange > summary::before { content: ""; align-self: center; width: .4rem; height: .4rem; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(-45deg) }
.exchange[open] > summary::before { transform: rotate(45deg) }
.exchange > summary:hover { background: var(--sunken) }
.exchange .line { display: inline-flex; flex-wrap: wrap; gap: 0 .7rem; font-family: var(--mono); font-size: .8125rem }
.exchange .status { font-weight: 700 }
.exchange .for { margin-left: auto; color: var(--soft); font-size: .8125rem }
.halves { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); border-top: 1px solid var(--line) }
.half { padding: .8rem .9rem 1rem; min-width: 0 }
.half + .half { border-left: 1px solid var(--line) }
.half h5 { margin: 0 0 .3rem; font-size: .75rem; font-weight: 500; color: var(--soft) }
.half h5:not(:first-child) { margin-top: .8rem }
.headers, .body, .curl pre { margin: 0; font: .8125rem/1.55 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere }
.headers b { font-weight: 400; color: var(--key) }
.body { max-height: 32rem; overflow: auto; padding: .6rem .8rem; border-radius: 8px; background: var(--sunken); tab-size: 2 }
.body .row { display: block; padding-left: calc(var(--depth, 0) * 1.1rem) }
.key { color: var(--key) } .string { color: var(--string) } .number { color: var(--number) } .literal { color: var(--literal) }
.body mark { display: block; margin: 0 -.8rem; padding: .15rem .8rem; background: var(--failed-tint); color: var(--ink); box-shadow: inset 3px 0 0 var(--failed) }
.body mark.should { background: var(--warning-tint); box-shadow: inset 3px 0 0 var(--warning) }
.body .note { display: block; padding-left: calc(var(--depth, 0) * 1.1rem); font-family: var(--sans); color: var(--failed) }
.body .should .note { color: var(--warning) }
.size { margin-top: .3rem; font-size: .75rem; color: var(--soft); overflow-wrap: anywhere }
.curl { display: flex; gap: .8rem; align-items: start; padding: .7rem .9rem; border-top: 1px solid var(--line) }
.curl pre { flex: 1; min-width: 0 }
`
