/** One forbidden removal, what it did, and what that says about asking once more. */
import type { Guard } from '../../../helpers/safety/guard.ts'
import { differenceText } from '../../../helpers/text/difference.ts'
import { unseenThrough } from '../../../language/matchers/adapter.ts'
import { type Answer, isRefusal } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import type { RemovalBody } from '../client/requests.ts'
import { changedMembers, errorCode, usersOf, type V3User } from '../client/user.ts'
import { KEPT_MEMBERS } from './bystanders.ts'

/** Whose removal must be refused. */
export type Which = 'self' | 'sole admin'

/** Somebody who must not be removed. */
export interface Forbidden {
  id: string
  profileId?: string
}

/** One forbidden removal on one rung. */
export interface Climb {
  /** 2: simulated; 3: in earnest. */
  rung: 2 | 3
  answer: Answer
  before: V3User
  /** The user afterwards; undefined when it is gone. */
  after: V3User | undefined
  /** The answer that shows `after`. */
  seen: Answer
  /** The user read by its id afterwards, where that was tried. */
  get?: Answer
  /** Somebody else who is gone, as they were before, where one was looked for. */
  bystander?: V3User
}

/** The forms, beside the plain one, in which a removal in earnest may be asked for: a rule must hold in all of them. */
export const OTHER_FORMS: readonly { form: string; body: RemovalBody | undefined; charset?: boolean }[] = [
  { form: 'no body', body: undefined },
  { form: 'charset and unknown member', body: { sandbox: false, reason: 'no longer here' }, charset: true },
]

/** A further form, where requests are plenty. */
export const EMPTY_OBJECT: (typeof OTHER_FORMS)[number] = { form: 'empty object', body: {} }

/** Ends a climb before the next rung. */
export function stopped(why: string, rung: 1 | 2 = 1): Inconclusive {
  return new Inconclusive(`stopped at rung ${rung}: ${why}, so nothing more is risked`)
}

/**
 * Asks for what must be refused. Should an answer get lost, nothing more is risked before it is known what it did.
 * @param what in words, e.g. `the removal of oneself`
 */
export async function asked<T>(
  guard: Guard,
  rung: Climb['rung'],
  what: string,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send()
  } catch (error) {
    guard.closeLadder(rung, `whether ${what} had an effect could not be seen`)
    throw error
  }
}

/**
 * Whether it could be seen what became of the person: an error, or a list that cannot be read, shows nothing. A refusal
 * does: whoever is gone may list nobody any more.
 */
export function wasSeen({ after, seen }: Climb): boolean {
  return after !== undefined || usersOf(seen) !== undefined || (isRefusal(seen) && seen.status !== 429)
}

/** Whether the forbidden removal left its mark. */
export function wasTouched(climb: Climb): boolean {
  const { before, after } = climb
  if (!wasSeen(climb)) return false
  return after === undefined || changedMembers(before, after, KEPT_MEMBERS).length > 0
}

/**
 * When the person was asked for, and what was to be seen of them then, for whoever reads a finding.
 * @throws Inconclusive where nothing was to be seen of anybody
 */
export function keptText(climb: Climb): { expected: string; actual: string } {
  const { rung, before, after, seen } = climb
  if (!wasSeen(climb)) throw unseenThrough(seen)
  const when = rung === 3 ? 'in earnest' : 'as a simulation'
  const actual =
    after === undefined
      ? `no such user (status ${seen.status})`
      : differenceText(before, after, changedMembers(before, after, KEPT_MEMBERS))
  return { expected: `the user as before, asked for ${when}`, actual }
}

/** Who was touched: the person who was meant, else somebody who was not. */
export function victimOf(climb: Climb): { before: V3User; after: V3User | undefined } | undefined {
  if (wasTouched(climb)) return { before: climb.before, after: climb.after }
  return climb.bystander && { before: climb.bystander, after: undefined }
}

/** What a forbidden removal shows that argues against asking for more; undefined where nothing does. */
export function objectionTo(climb: Climb, what: string): string | undefined {
  const { answer } = climb
  if (victimOf(climb) !== undefined) return `${what} had an effect`
  if (answer.status >= 500) return `${what} was answered ${answer.status}`
  return wasSeen(climb) ? undefined : `whether ${what} had an effect could not be seen`
}

/** Whether a removal was refused just as the documents show it for one's own. */
export function isRefusedAsOwn({ answer }: Climb): boolean {
  return answer.status === 400 && errorCode(answer) === 'VALIDATION_001'
}
