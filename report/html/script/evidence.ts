/** The evidence of a requirement, made when it is first opened: a run may have thousands of exchanges. */
export const EVIDENCE = `
const SHOWN_AT_ONCE = 50
let cache

function data() {
  if (!cache) cache = JSON.parse(byId('data').textContent)
  return cache
}

function fillEvidence(details) {
  if (details.dataset.filled) return
  details.dataset.filled = 'yes'
  const id = details.dataset.id
  const of = data().requirements[id]
  const box = details.querySelector('.evidence')
  const link = copyButton('Copy link', 'to ' + id, function () {
    return location.href.split('#')[0] + '#id=' + id
  })
  const found = of.evidence.filter(function (one) {
    return data().exchanges[one]
  })
  const title = found.length === 0 ? 'No evidence' : found.length === 1 ? '1 exchange' : found.length + ' exchanges'
  const list = make('div', 'exchanges')
  box.replaceChildren(make('div', 'evidence-head', [make('h4', '', title), link]), list)
  showMore(list, found, 0, of.deviations)
}

/** Appends the next exchanges, and a button where there are still more. Those that show a deviation are open. */
function showMore(list, ids, from, deviations) {
  const telling = new Set(
    deviations.map(function (one) {
      return one.exchange
    }),
  )
  for (const id of ids.slice(from, from + SHOWN_AT_ONCE)) {
    const marks = deviations.filter(function (one) {
      return one.exchange === id && one.pointer !== undefined
    })
    const open = ids.length === 1 || telling.has(id)
    list.append(exchangeElement(data().exchanges[id], marks, open))
  }
  const next = from + SHOWN_AT_ONCE
  if (next >= ids.length) return
  const button = make('button', 'quiet', 'Show more (' + (ids.length - next) + ' left)')
  button.type = 'button'
  button.addEventListener('click', function () {
    button.remove()
    showMore(list, ids, next, deviations)
  })
  list.append(button)
}
`
