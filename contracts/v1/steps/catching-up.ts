/**
 * Lists that do not show yet what they should: no page says when a change shows, so that they are looked at again until
 * they do or the time for it is over. A list that is never late is read once and pays nothing.
 */
import { clock } from '../../../helpers/http/clock.ts'
import { eventually } from '../../../helpers/http/eventually.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { byEmail } from '../../../model/user.ts'
import { idsOf, type Page } from '../client/pages.ts'
import { idOf, userOf } from '../client/user.ts'
import { isComplete } from '../inspection/judge-pages.ts'
import type { Creation } from './people.ts'

/** Gives pages that were read, or reads them once more. */
export type ReadPages = () => Promise<Page[]>

/**
 * Waits until everything that these answers changed has had its time to show: what a reading shows before that proves
 * nothing, because one replica may know more than another.
 */
export async function allShown(changes: readonly Answer[], limitMs: number): Promise<void> {
  const latest = Math.max(0, ...changes.filter(succeeded).map(({ receivedAt }) => receivedAt))
  const leftMs = latest + limitMs - clock().now()
  if (leftMs > 0) await clock().delay(leftMs)
}

/**
 * Reads until somebody who was created is on one of the pages.
 * @param first what was read already
 * @param isWhole whether these are all pages, so that whoever is missing there is missing at all
 */
export function untilListed(
  first: readonly Page[],
  created: readonly Creation[],
  isWhole: (pages: readonly Page[]) => boolean,
  again: ReadPages,
  limitMs: number,
): Promise<readonly Page[]> {
  return eventually(
    startingWith(first, again),
    (pages) => !isWhole(pages) || created.every((creation) => has(pages, creation)),
    answersOf,
    limitMs,
  )
}

/** Reads a page until nobody of these is on it. */
export async function untilUnlisted(
  page: Page,
  gone: ReadonlySet<string>,
  again: () => Promise<Page>,
  limitMs: number,
): Promise<Page> {
  const isRight = ([now]: readonly Page[]): boolean =>
    now === undefined || !idsOf(now).some((id) => gone.has(id))
  const [last] = await eventually(
    startingWith([page], async () => [await again()]),
    isRight,
    answersOf,
    limitMs,
  )
  return last ?? page
}

/** Reads the pending users until everybody is among them who was created so, as far as one page can tell. */
export async function untilPending(
  page: Page,
  created: readonly Creation[],
  again: () => Promise<Page>,
  limitMs: number,
): Promise<Page> {
  const pending = created.filter(({ answer }) => succeeded(answer) && userOf(answer)?.status === 'pending')
  const isWhole = ([first]: readonly Page[]): boolean => isComplete(first)
  const [last] = await untilListed([page], pending, isWhole, async () => [await again()], limitMs)
  return last ?? page
}

/** Whether a creation's user is on one of the pages. */
export function has(pages: readonly Page[], { email, answer }: Creation): boolean {
  const id = succeeded(answer) ? idOf(userOf(answer)) : undefined
  return pages.some(({ entries }) =>
    (entries ?? []).some(
      (entry) => (id !== undefined && entry.id === id) || byEmail([entry], email).length > 0,
    ),
  )
}

function startingWith(first: readonly Page[], again: ReadPages): () => Promise<readonly Page[]> {
  let isFirst = true
  return async () => {
    if (!isFirst) return again()
    isFirst = false
    return first
  }
}

function answersOf(pages: readonly Page[]): Page['answer'][] {
  return pages.map(({ answer }) => answer)
}
