/** The tag that stands in everything a run creates, and how users who carry one are recognised. */
import { randomBytes } from 'node:crypto'
import type { User } from '../../model/user.ts'

/** Digits of the time and of the random part of a tag. */
const TAG = 'uac-[0-9a-z]{8}[0-9a-f]{6}'
const IN_ADDRESS = new RegExp(`^(${TAG})-`, 'i')
const IN_NAME = new RegExp(`^Conformance (${TAG})(?: |$)`, 'i')

/** No run is older than the suite. */
const FIRST_RUN = Date.UTC(2025, 0, 1)
/** How far the clocks of two machines may differ, in milliseconds. */
const CLOCKS_MS = 86_400_000

/** An id of a run that sorts by time; it is also the tag of what the run creates. */
export function newTag(): string {
  return `uac-${Date.now().toString(36)}${randomBytes(3).toString('hex')}`
}

/**
 * The tag that a user carries in the very form in which runs write it: at the beginning of the address, or in
 * the name. Undefined for everybody else, also for those whose address merely resembles one.
 */
export function tagOf({ email, name }: User): string | undefined {
  const tag = found(IN_ADDRESS, email) ?? found(IN_NAME, name)
  const started = tag === undefined ? 0 : startOf(tag)
  return started >= FIRST_RUN && started <= Date.now() + CLOCKS_MS ? tag : undefined
}

/** When the run with this tag began, in milliseconds since 1970. */
export function startOf(tag: string): number {
  return Number.parseInt(tag.slice(4, 12), 36)
}

function found(pattern: RegExp, text: unknown): string | undefined {
  return typeof text === 'string' ? pattern.exec(text)?.[1]?.toLowerCase() : undefined
}
