/** Sets the page going: any browser of the last years; no text of the report ever becomes markup here. */
import { announce, byId, visible } from './dom.ts'
import { fillEvidence } from './evidence.ts'
import {
  clearFilters,
  FIELDS,
  fieldOf,
  filter,
  fits,
  form,
  isFiltered,
  items,
  readFragment,
  showFiltered,
  toggles,
  writeFragment,
} from './filter.ts'
import { watchPrinting } from './print.ts'

let linked: HTMLDetailsElement | undefined

function changed(): void {
  filter.id = ''
  showFiltered()
  writeFragment()
}

for (const name of FIELDS) {
  const field = fieldOf(name)
  field.addEventListener('input', () => {
    filter[name] = field.value
    changed()
  })
}
for (const toggle of toggles()) {
  toggle.addEventListener('click', () => {
    const { verdict, mark = '' } = toggle.dataset
    if (verdict === undefined) filter.mark = filter.mark === mark ? '' : mark
    else if (!filter.verdicts.delete(verdict)) filter.verdicts.add(verdict)
    changed()
  })
}
byId('clear').addEventListener('click', () => {
  clearFilters()
  changed()
  fieldOf('text').focus()
})
form.addEventListener('submit', (event) => event.preventDefault())

for (const item of items) {
  item.addEventListener('toggle', () => {
    if (item.open) fillEvidence(item)
  })
  // Only what a person opens becomes part of the address.
  item.querySelector('summary')?.addEventListener('click', () => {
    filter.id = item.open ? '' : (item.dataset.id ?? '')
    writeFragment()
  })
}

function follow(): void {
  readFragment()
  linked?.classList.remove('linked')
  linked = filter.id === '' ? undefined : items.find((item) => item.dataset.id === filter.id)
  const unknown = byId('unknown')
  unknown.hidden = filter.id === '' || linked !== undefined
  unknown.textContent = visible(`This report has no requirement ${filter.id}.`)
  if (!unknown.hidden) announce(unknown.textContent)
  if (linked !== undefined && !fits(linked)) clearFilters()
  showFiltered()
  if (linked !== undefined) {
    linked.classList.add('linked')
    linked.open = true
    fillEvidence(linked)
    showLinked()
  } else if (isFiltered() || !unknown.hidden) {
    const heading = byId('requirements')
    heading.scrollIntoView({ block: 'start' })
    heading.focus({ preventScroll: true })
  }
}

function showLinked(): void {
  linked?.scrollIntoView({ block: 'start' })
  linked?.querySelector('summary')?.focus({ preventScroll: true })
}
window.addEventListener('hashchange', follow)

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.matches('input, select, textarea')
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  fieldOf('text').focus()
})

watchPrinting(items)
form.hidden = false
follow()
// While the page loads, the browser follows the fragment too, and takes the focus away again.
window.addEventListener('load', () => requestAnimationFrame(showLinked))
