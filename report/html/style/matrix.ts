/** The matrix of operations and kinds. */
export const MATRIX = `
.matrix { width: 100%; margin-top: 1.25rem; border-collapse: separate; border-spacing: 3px; table-layout: fixed }
.matrix th { font-weight: 500; text-align: left; vertical-align: bottom }
.matrix thead th { padding: .25rem .1rem; font-size: .75rem; line-height: 1.25; text-align: center; color: var(--soft) }
.matrix thead th:first-child { width: 17.5rem; text-align: left }
.matrix tbody th { vertical-align: middle }
.matrix tbody + tbody tr:first-child > * { padding-top: .9rem }
.matrix th a { color: inherit; text-decoration: none }
.matrix th a:hover .path { text-decoration: underline }
.operation { white-space: nowrap }
.method { display: inline-block; min-width: 4.1em; font-weight: 600; color: var(--soft) }
.cell {
  position: relative; display: flex; align-items: center; justify-content: center; gap: .3rem; min-height: 2.5rem; padding: .2rem;
  border-radius: 8px; background: var(--tint); color: var(--accent); font-size: .9375rem; text-decoration: none;
}
.cell:hover { box-shadow: inset 0 0 0 2px var(--accent) }
.cell .sign { padding: 0; background: none }
.cell b { font-weight: 600 }
.cell i { margin-left: -.25rem; font-style: normal; font-size: .8125rem }
.cell .kind { display: none }
.cell.passed { --tint: color-mix(in srgb, var(--passed-tint) 70%, var(--surface)) }
.cell.failed { font-weight: 600; box-shadow: inset 0 0 0 1.5px var(--accent) }
.matrix .empty { text-align: center }
.matrix .empty::after { content: "·"; color: var(--strong-line) }
`
