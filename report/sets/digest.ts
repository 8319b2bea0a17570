/** The digest of a set of requirements: what a report was held against, in a form that anybody can work out again. */
import { sha256 } from '../../helpers/text/sha256.ts'
import type { Requirement } from '../../model/contract.ts'

/** What a set says of a requirement. */
export type SetEntry = Pick<Requirement, 'id' | 'level' | 'tier' | 'unobservable'>

/** How an entry is written down: its level, then `public` and `unobservable` where it is that, with blanks between. */
export function entryText({ level, tier, unobservable }: Omit<SetEntry, 'id'>): string {
  const marks = [tier === 'public' ? ' public' : '', unobservable === undefined ? '' : ' unobservable']
  return level + marks.join('')
}

/**
 * `sha256:` and the digest of one line for each entry, id and {@link entryText} with a blank between, sorted by their
 * bytes: what `sort | sha256sum` makes of them.
 */
export function setDigest(entries: Iterable<readonly [id: string, text: string]>): string {
  const lines = [...entries].map(([id, text]) => `${id} ${text}\n`).sort()
  return `sha256:${sha256(lines.join(''))}`
}

/** The digest of requirements as they are declared or reported. */
export function digestOf(requirements: readonly SetEntry[]): string {
  return setDigest(requirements.map((one) => [one.id, entryText(one)] as const))
}
