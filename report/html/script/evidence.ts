/** The evidence of a requirement, made when it is first opened: a run may have thousands of exchanges. */
import type { Deviation } from '../../../model/report.ts'
import { copyButton } from './copy.ts'
import { data } from './data.ts'
import { make, within } from './dom.ts'
import { exchangeElement } from './exchange.ts'

const SHOWN_AT_ONCE = 50

/** Replaces what stands in for the evidence of a requirement; does nothing the second time. */
export function fillEvidence(details: HTMLElement): void {
  const { id } = details.dataset
  if (details.dataset.filled !== undefined || id === undefined) return
  details.dataset.filled = 'yes'
  const { evidence = [], deviations = [] } = data().requirements[id] ?? {}
  const link = copyButton('Copy link', `to ${id}`, () => `${location.href.split('#')[0]}#id=${id}`)
  const found = evidence.filter((one) => data().exchanges[one] !== undefined)
  const list = make('div', 'exchanges')
  const head = make('div', 'evidence-head', [make('h4', '', titleOf(found.length)), link])
  within(details, '.evidence').replaceChildren(head, list)
  showMore(list, found, 0, deviations)
}

function titleOf(count: number): string {
  if (count === 0) return 'No evidence'
  return count === 1 ? '1 exchange' : `${count} exchanges`
}

/** Appends the next exchanges, and a button where there are still more. Those that show a deviation are open. */
function showMore(
  list: HTMLElement,
  ids: readonly string[],
  from: number,
  deviations: readonly Deviation[],
): void {
  const telling = new Set(deviations.map(({ exchange }) => exchange))
  for (const id of ids.slice(from, from + SHOWN_AT_ONCE)) {
    const exchange = data().exchanges[id]
    if (exchange === undefined) continue
    const marks = deviations.filter((one) => one.exchange === id && one.pointer !== undefined)
    list.append(exchangeElement(exchange, marks, ids.length === 1 || telling.has(id)))
  }
  const next = from + SHOWN_AT_ONCE
  if (next >= ids.length) return
  const button = make('button', 'quiet', `Show more (${ids.length - next} left)`)
  button.type = 'button'
  button.addEventListener('click', () => {
    button.remove()
    showMore(list, ids, next, deviations)
  })
  list.append(button)
}
