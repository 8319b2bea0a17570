/**
 * Whether there is anything to judge: a target that cannot be reached, is something else, or refuses the first
 * credential gives one message instead of a wall of failures.
 */
import { type Answer, refusesCaller, shownMediaType } from '../model/answer.ts'
import { Inconclusive } from '../model/outcome.ts'
import { barrierText, redirectText } from './barrier.ts'

/** What a contract is recognised by. */
export interface FirstContact {
  /** As messages name it, e.g. `v3`. */
  contract: string
  /** The operation that is asked for first, e.g. `GET /v3/users`. */
  operation: string
  /** The variable of the first credential. */
  variable: string
  /** That credential in a word, e.g. `key`. */
  credential: string
  /** Whose it must be. */
  owner: string
  /** The first list. */
  list: Promise<Answer>
  /** Asked for where the list says too little: a read of an id that nobody has. */
  probe(): Promise<Answer>
  /** The same: that read without a credential, which every target of the contract answers with 401. */
  nobody(): Promise<Answer>
  /** Whether an answer has a form of the contract. */
  isOurs(answer: Answer): boolean
}

/** How a server says that there is nothing at an address. */
const NOTHING_THERE = 404

/** @returns why nothing can be judged, or undefined when the run may go on */
export async function firstContact(contact: FirstContact): Promise<string | undefined> {
  const isOurs = (answer: Answer | string): answer is Answer =>
    typeof answer !== 'string' && contact.isOurs(answer)
  const list = await answerOrReason(contact.list)
  if (isOurs(list) && !refusesCaller(list) && list.status !== NOTHING_THERE) return undefined
  // The list alone may be at fault, which is for the requirements to say.
  const [probe, nobody] = await Promise.all([
    answerOrReason(contact.probe()),
    answerOrReason(contact.nobody()),
  ])
  const answers = [list, probe, nobody]
  // Whatever its words are: nothing is found at all, not even the door.
  if (typeof list !== 'string' && answers.every(isNothingThere)) return stranger(list, contact)
  if (isOurs(probe) && !refusesCaller(probe)) return undefined
  if (typeof list === 'string' && typeof probe === 'string') return list
  const shown = typeof list === 'string' ? probe : list
  if (typeof shown === 'string') return shown
  const inBetween = barrierText(shown, contact.variable)
  if (inBetween !== undefined) return inBetween
  const isKnownHere = answers.some(isOurs)
  if (refusesCaller(shown) && (isKnownHere || shown.empty)) return refusal(shown, contact)
  return isKnownHere ? undefined : stranger(shown, contact)
}

function isNothingThere(answer: Answer | string): boolean {
  return typeof answer !== 'string' && answer.status === NOTHING_THERE
}

async function answerOrReason(step: Promise<Answer>): Promise<Answer | string> {
  try {
    return await step
  } catch (error) {
    if (error instanceof Inconclusive) return error.message
    throw error
  }
}

function refusal({ status }: Answer, { variable, operation, credential, owner }: FirstContact): string {
  return status === 401
    ? `the target refuses ${variable} (401 on ${operation}): check that the ${credential} is right, unexpired and meant for this BASE_URL, and that what stands in front of the target passes it on`
    : `the target accepts ${variable} but gives it no access (403 on ${operation}): it must belong to ${owner}`
}

function stranger(answer: Answer, { contract, operation }: FirstContact): string {
  const { status } = answer
  const isRedirect = status >= 300 && status < 400
  const what = isRedirect ? ', a redirect, which is not followed' : ` and ${shownMediaType(answer)}`
  return `what answers at BASE_URL is not the ${contract} users API: ${operation} gave status ${status}${what}; check BASE_URL and its path prefix${redirectText(answer)}`
}
