/** The filters above the list. */
export const FILTERS = `
.filters {
  position: sticky; top: 0; z-index: 2; margin: 1rem -2rem 0; padding: .9rem 2rem; background: var(--surface);
  border-bottom: 1px solid var(--line);
}
.filters .row { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem .8rem }
.filters .row + .row { margin-top: .75rem; align-items: center }
.filters label span { display: block; margin-bottom: .15rem; font-size: .75rem; color: var(--soft) }
.filters .search { flex: 1 1 16rem }
.filters input, .filters select {
  width: 100%; height: 2.4rem; padding: 0 .7rem; border: 1px solid var(--strong-line); border-radius: 8px; background: var(--surface);
}
.filters input::placeholder { color: var(--soft); opacity: 1 }
.toggles { display: flex; flex-wrap: wrap; gap: .4rem }
.toggle {
  display: inline-flex; align-items: center; gap: .35rem; height: 2rem; padding: 0 .75rem 0 .4rem; font-size: .875rem;
  border: 1px solid var(--line); border-radius: 99px; background: var(--surface);
}
.toggle:hover { border-color: var(--accent) }
.toggle[aria-pressed="true"] { background: var(--tint); border-color: var(--accent); color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent) }
.toggle b { font-weight: 600 }
.shown { display: flex; align-items: center; gap: .6rem; margin-left: auto; min-height: 2rem; font-size: .875rem; color: var(--soft) }
#nothing { padding: 2.5rem 0; text-align: center }
`
