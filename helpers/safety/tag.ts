/** The tag that stands in everything a run creates, and how users who carry one are recognised. */
import { randomInt } from 'node:crypto'
import type { User } from '../../model/user.ts'

/** Letters of the time and of the random part of a tag: letters alone, because some targets take no digits in names. */
const TIME_LETTERS = 9
const RANDOM_LETTERS = 7
const TAG = `uac[a-z]{${TIME_LETTERS + RANDOM_LETTERS}}`
const IN_ADDRESS = new RegExp(`^(${TAG})-`, 'i')
const IN_NAME = new RegExp(`(?:^| )(${TAG})$`, 'i')

/** No run is older than the suite. */
const FIRST_RUN = Date.UTC(2025, 0, 1)
/** How far the clocks of two machines may differ, in milliseconds. */
const CLOCKS_MS = 86_400_000

/** An id of a run that sorts by time; it is also the tag of what the run creates. */
export function newTag(): string {
  const random = Array.from({ length: RANDOM_LETTERS }, () => randomInt(26))
  return `uac${lettersOf(Date.now())}${random.map(letter).join('')}`
}

/**
 * The tag that a user carries in the very form in which runs write it: at the beginning of the address, or in
 * the name, as its last word. Undefined for everybody else, also for those whose address merely resembles one.
 */
export function tagOf({ email, name }: User): string | undefined {
  const tag = found(IN_ADDRESS, email) ?? found(IN_NAME, name)
  const started = tag === undefined ? 0 : startOf(tag)
  return started >= FIRST_RUN && started <= Date.now() + CLOCKS_MS ? tag : undefined
}

/** When the run with this tag began, in milliseconds since 1970. */
export function startOf(tag: string): number {
  return [...tag.slice(3, 3 + TIME_LETTERS)].reduce((time, one) => time * 26 + one.charCodeAt(0) - 97, 0)
}

function found(pattern: RegExp, text: unknown): string | undefined {
  return typeof text === 'string' ? pattern.exec(text)?.[1]?.toLowerCase() : undefined
}

/** A time in letters that sort as the times do. */
function lettersOf(time: number): string {
  let rest = time
  let text = ''
  for (let place = 0; place < TIME_LETTERS; place++) {
    text = letter(rest % 26) + text
    rest = Math.floor(rest / 26)
  }
  return text
}

function letter(number: number): string {
  return String.fromCharCode(97 + number)
}
