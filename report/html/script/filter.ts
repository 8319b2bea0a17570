/** Filters, kept in the fragment of the address so that a link shows what its sender saw. */
import { byId, within } from './dom.ts'

/** Everything that is chosen by one value; the names of the form's fields and of the fragment's parameters. */
export const FIELDS = ['text', 'contract', 'operation', 'kind', 'tier'] as const
/** One of them. */
export type Field = (typeof FIELDS)[number]

/** What is to be shown; an empty text stands for everything. */
export interface Filter extends Record<Field, string> {
  verdicts: Set<string>
  /** `security` for those that keep people apart. */
  mark: string
  /** The requirement that is opened. */
  id: string
}

/** Every requirement of the page. */
export const items = [...document.querySelectorAll<HTMLDetailsElement>('.requirement')]
/** The form above them. */
export const form = byId('filters')
/** The present choice. */
export const filter: Filter = {
  verdicts: new Set(),
  text: '',
  contract: '',
  operation: '',
  kind: '',
  tier: '',
  mark: '',
  id: '',
}

const searchable = new Map<HTMLElement, string>()

/** The field of the form by which one is chosen. */
export function fieldOf(name: Field): HTMLInputElement | HTMLSelectElement {
  return within<HTMLInputElement | HTMLSelectElement>(form, `[name=${name}]`)
}

/** The buttons of the verdicts and marks. */
export function toggles(): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('.toggle')]
}

/** Takes the choice from the address. */
export function readFragment(): void {
  const parameters = new URLSearchParams(location.hash.slice(1))
  filter.verdicts = new Set((parameters.get('verdict') ?? '').split(',').filter((one) => one !== ''))
  for (const name of [...FIELDS, 'mark', 'id'] as const) filter[name] = parameters.get(name) ?? ''
}

/** Writes the choice into the address. */
export function writeFragment(): void {
  const parameters = new URLSearchParams()
  if (filter.verdicts.size > 0) parameters.set('verdict', [...filter.verdicts].join(','))
  for (const name of [...FIELDS, 'mark', 'id'] as const)
    if (filter[name] !== '') parameters.set(name, filter[name])
  const fragment = `#${parameters}`
  if (fragment === location.hash || (fragment === '#' && location.hash === '')) return
  try {
    history.replaceState(null, '', fragment)
  } catch {
    // A sandboxed page may not change its address; the filters work all the same.
  }
}

/** Whether a requirement is to be shown. */
export function fits(item: HTMLElement): boolean {
  const facts = item.dataset
  if (filter.verdicts.size > 0 && !filter.verdicts.has(facts.verdict ?? '')) return false
  if (filter.mark !== '' && facts[filter.mark] === undefined) return false
  return fitsFields(facts, item)
}

/** Whether it would be, whatever its verdict and marks: of these the buttons tell how many there are. */
function fitsFields(facts: DOMStringMap, item: HTMLElement): boolean {
  if (filter.contract !== '' && facts.contract !== filter.contract) return false
  if (filter.operation !== '' && facts.operation !== filter.operation) return false
  if (filter.kind !== '' && facts.kind !== filter.kind) return false
  if (filter.tier !== '' && facts.tier !== filter.tier) return false
  if (filter.text === '') return true
  const text = searchable.get(item) ?? textOf(item)
  searchable.set(item, text)
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function textOf(item: HTMLElement): string {
  const told = [item.firstElementChild, item.querySelector('.about')].map((one) => one?.textContent)
  return [item.dataset.operation, ...told].join(' ').toLowerCase()
}

/** Shows what fits, and the choice in the form. */
export function showFiltered(): void {
  let shown = 0
  for (const item of items) {
    const fit = fits(item)
    if (item.parentElement !== null) item.parentElement.hidden = !fit
    if (fit) shown++
  }
  for (const group of document.querySelectorAll<HTMLElement>('.group')) {
    group.hidden = group.querySelector('li:not([hidden]) > .requirement') === null
  }
  const of = shown === items.length ? '' : `${shown} of `
  const beyond = items.filter(({ dataset }) => dataset.tier === 'public').length
  const both = of === '' && beyond > 0 ? `, ${beyond} of them beyond the documents` : ''
  byId('shown').textContent = `${of}${items.length} requirements${both}`
  byId('nothing').hidden = shown > 0
  byId('clear').hidden = !isFiltered()
  for (const name of FIELDS) {
    const field = fieldOf(name)
    if (field.value !== filter[name]) field.value = filter[name]
  }
  const countable = items.filter((item) => fitsFields(item.dataset, item))
  for (const toggle of toggles()) {
    const { verdict, mark = '' } = toggle.dataset
    const counted = countable.filter(({ dataset }) =>
      verdict === undefined ? dataset[mark] !== undefined : dataset.verdict === verdict,
    )
    within(toggle, 'b').textContent = String(counted.length)
    const pressed = verdict === undefined ? filter.mark === mark : filter.verdicts.has(verdict)
    toggle.setAttribute('aria-pressed', String(pressed))
  }
}

/** Whether anything is chosen. */
export function isFiltered(): boolean {
  return filter.verdicts.size > 0 || filter.mark !== '' || FIELDS.some((name) => filter[name] !== '')
}

/** Chooses everything. */
export function clearFilters(): void {
  filter.verdicts.clear()
  filter.mark = ''
  for (const name of FIELDS) filter[name] = ''
}
