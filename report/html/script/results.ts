/** The script of the results: sorts by a column, and hides what does not fit the filters. */
import { announce, byId, make, within } from './dom.js'

const form = byId('filters') as HTMLFormElement
const body = byId('rows')

/** What a row has in the column of an index, for sorting. */
function keyOf(row: Element, column: number): string {
  return row.children[column]?.getAttribute('data-key') ?? ''
}

function sortBy(heading: HTMLElement, column: number): void {
  const isDown = heading.getAttribute('aria-sort') === 'ascending'
  const rows = [...body.children]
  const numeric = new Intl.Collator('en', { numeric: true })
  rows.sort((one, other) => numeric.compare(keyOf(one, column), keyOf(other, column)))
  if (isDown) rows.reverse()
  body.append(...rows)
  for (const other of document.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort')
  heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending')
  announce(`sorted by ${heading.textContent}, ${isDown ? 'descending' : 'ascending'}`)
}

function chosen(name: string): string {
  return within<HTMLInputElement>(form, `[name="${name}"]`).value
}

function filter(): void {
  const [text, profile, verdict] = [chosen('text').toLowerCase(), chosen('profile'), chosen('verdict')]
  let shown = 0
  for (const row of body.querySelectorAll<HTMLElement>('tr')) {
    const verdicts = JSON.parse(row.dataset.verdicts ?? '{}') as Record<string, string>
    const isNamed = (row.dataset.name ?? '').toLowerCase().includes(text)
    const isJudged = profile === '' || Object.hasOwn(verdicts, profile)
    row.hidden = !(isNamed && isJudged && (verdict === '' || verdicts[profile] === verdict))
    if (!row.hidden) shown++
  }
  byId('shown').textContent = `${shown} of ${body.children.length}`
}

for (const [column, heading] of [...document.querySelectorAll<HTMLElement>('thead th')].entries()) {
  if (heading.dataset.sort === undefined) continue
  const button = make('button', 'quiet', heading.textContent ?? '')
  button.type = 'button'
  button.addEventListener('click', () => sortBy(heading, column))
  heading.replaceChildren(button)
}
form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
form.hidden = false
filter()
