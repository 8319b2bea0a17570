/** Sets the page going. */
export const MAIN = `
let linked = null

function changed() {
  state.id = ''
  showFiltered()
  writeFragment()
}

for (const name of FIELDS) {
  form.elements[name].addEventListener('input', function () {
    state[name] = form.elements[name].value
    changed()
  })
}
for (const toggle of form.querySelectorAll('.toggle')) {
  toggle.addEventListener('click', function () {
    const verdict = toggle.dataset.verdict
    if (!state.verdicts.delete(verdict)) state.verdicts.add(verdict)
    changed()
  })
}
byId('clear').addEventListener('click', function () {
  clearFilters()
  changed()
  form.elements.text.focus()
})
form.addEventListener('submit', function (event) {
  event.preventDefault()
})

for (const item of items) {
  item.addEventListener('toggle', function () {
    if (item.open) fillEvidence(item)
  })
  // Only what a person opens becomes part of the address.
  item.firstElementChild.addEventListener('click', function () {
    state.id = item.open ? '' : item.dataset.id
    writeFragment()
  })
}

function follow() {
  readFragment()
  if (linked) linked.classList.remove('linked')
  linked = state.id ? byId('id=' + state.id) : null
  if (linked && !fits(linked)) clearFilters()
  showFiltered()
  if (linked) {
    linked.classList.add('linked')
    linked.open = true
    fillEvidence(linked)
    showLinked()
  } else if (isFiltered()) {
    const heading = byId('requirements')
    heading.scrollIntoView({ block: 'start' })
    heading.focus({ preventScroll: true })
  }
}

function showLinked() {
  linked.scrollIntoView({ block: 'start' })
  linked.firstElementChild.focus({ preventScroll: true })
}
window.addEventListener('hashchange', follow)

document.addEventListener('keydown', function (event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  form.elements.text.focus()
})

// On paper the violations speak for themselves.
let openedForPrint = []
window.addEventListener('beforeprint', function () {
  openedForPrint = items
    .filter(function (item) {
      return item.dataset.verdict === 'failed' && !item.open && !item.parentElement.hidden
    })
    .slice(0, 50)
  for (const item of openedForPrint) {
    item.open = true
    fillEvidence(item)
  }
})
window.addEventListener('afterprint', function () {
  for (const item of openedForPrint) item.open = false
})

form.hidden = false
follow()
// While the page loads, the browser follows the fragment too, and takes the focus away again.
window.addEventListener('load', function () {
  if (linked) requestAnimationFrame(showLinked)
})
`
