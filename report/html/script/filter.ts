/** Filters, kept in the fragment of the address so that a link shows what its sender saw. */
export const FILTER = String.raw`
const FIELDS = ['text', 'contract', 'operation', 'kind']
const items = Array.from(document.querySelectorAll('.requirement'))
const form = byId('filters')
const state = { verdicts: new Set(), text: '', contract: '', operation: '', kind: '', id: '' }
const searchable = new Map()

function readFragment() {
  const parameters = new URLSearchParams(location.hash.slice(1))
  state.verdicts = new Set((parameters.get('verdict') || '').split(',').filter(Boolean))
  for (const name of FIELDS) state[name] = parameters.get(name) || ''
  state.id = parameters.get('id') || ''
}

function writeFragment() {
  const parameters = new URLSearchParams()
  if (state.verdicts.size > 0) parameters.set('verdict', Array.from(state.verdicts).join(','))
  for (const name of FIELDS.concat('id')) if (state[name]) parameters.set(name, state[name])
  const fragment = '#' + parameters
  if (fragment === location.hash || (fragment === '#' && location.hash === '')) return
  try {
    history.replaceState(null, '', fragment)
  } catch {
    // A sandboxed page may not change its address; the filters work all the same.
  }
}

function fits(item) {
  const facts = item.dataset
  if (state.verdicts.size > 0 && !state.verdicts.has(facts.verdict)) return false
  if (state.contract && facts.contract !== state.contract) return false
  if (state.operation && facts.operation !== state.operation) return false
  if (state.kind && facts.kind !== state.kind) return false
  if (!state.text) return true
  if (!searchable.has(item)) searchable.set(item, textOf(item))
  const text = searchable.get(item)
  return state.text.toLowerCase().split(/\s+/).every(function (word) {
    return text.includes(word)
  })
}

function textOf(item) {
  return (item.dataset.operation + ' ' + item.firstElementChild.textContent + ' ' + item.querySelector('.about').textContent).toLowerCase()
}

function showFiltered() {
  let shown = 0
  for (const item of items) {
    const fit = fits(item)
    item.parentElement.hidden = !fit
    if (fit) shown++
  }
  for (const group of document.querySelectorAll('.group')) group.hidden = !group.querySelector('li:not([hidden]) > .requirement')
  byId('shown').textContent = shown === items.length ? items.length + ' requirements' : shown + ' of ' + items.length + ' requirements'
  byId('nothing').hidden = shown > 0
  byId('clear').hidden = !isFiltered()
  for (const name of FIELDS) if (form.elements[name].value !== state[name]) form.elements[name].value = state[name]
  for (const toggle of form.querySelectorAll('.toggle')) {
    toggle.setAttribute('aria-pressed', String(state.verdicts.has(toggle.dataset.verdict)))
  }
}

function isFiltered() {
  return (
    state.verdicts.size > 0 ||
    FIELDS.some(function (name) {
      return state[name]
    })
  )
}

function clearFilters() {
  state.verdicts.clear()
  for (const name of FIELDS) state[name] = ''
}
`
