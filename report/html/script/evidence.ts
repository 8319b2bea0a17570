/** The evidence of a requirement, made when it is first opened: a run may have thousands of exchanges. */
import type { ShownEvidence } from '../page-data.ts'
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
  const { evidence = [], deviations = [], telling = {} } = data().requirements[id] ?? {}
  const link = copyButton('Copy link', `to ${id}`, () => `${location.href.split('#')[0]}#id=${id}`)
  // What tells the violation comes first, in its order; whatever else was looked at follows.
  const ids = [...new Set([...Object.keys(telling), ...evidence])]
  const found = ids.filter((one) => data().exchanges[one] !== undefined)
  const list = make('div', 'exchanges')
  const head = make('div', 'evidence-head', [make('h4', '', titleOf(found.length)), link])
  within(details, '.evidence').replaceChildren(head, list)
  showMore(list, found, 0, { deviations, telling })
}

function titleOf(count: number): string {
  if (count === 0) return 'No evidence'
  return count === 1 ? '1 exchange' : `${count} exchanges`
}

/** What the exchanges of one requirement have to do with its violation. */
type Story = Required<Pick<ShownEvidence, 'deviations' | 'telling'>>

/** Appends the next exchanges, and a button where there are still more. What shows the first deviation is open. */
function showMore(list: HTMLElement, ids: readonly string[], from: number, story: Story): void {
  const { deviations, telling } = story
  const first = Object.values(telling).indexOf('seen in')
  const open = new Set(ids.length === 1 ? ids : Object.keys(telling).slice(0, first + 1))
  for (const id of ids.slice(from, from + SHOWN_AT_ONCE)) {
    const exchange = data().exchanges[id]
    if (exchange === undefined) continue
    const marks = deviations.filter((one) => one.exchange === id && one.pointer !== undefined)
    list.append(exchangeElement(exchange, { deviations: marks, open: open.has(id), as: telling[id] }))
  }
  const next = from + SHOWN_AT_ONCE
  if (next >= ids.length) return
  const button = make('button', 'quiet', `Show more (${ids.length - next} left)`)
  button.type = 'button'
  button.addEventListener('click', () => {
    button.remove()
    showMore(list, ids, next, story)
  })
  list.append(button)
}
