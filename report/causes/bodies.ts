/** Signs that the bodies of requests do not reach the target. */
import type { Exchange } from '../../model/exchange.ts'
import { grouped, isSuccess, LEAST_ANSWERS, type Look, MOST, statusOf } from './look.ts'

/** So many creations with different bodies show a pattern. */
const FEWEST_POSTS = 5

/** What an API answers to a body that it cannot use, or does not get. */
const UNUSABLE = [400, 411, 415, 422]

/** Simulated removals that are done, or creations that are all refused in the same words, whatever is in them. */
export const lookForBodies: Look = (exchanges) => {
  const effective = exchanges.filter(
    (one) =>
      one.request.method === 'DELETE' && isSimulated(one) && isSuccess(one) && isEffective(one, exchanges),
  )
  if (effective.length >= LEAST_ANSWERS) {
    return {
      says: 'removals with sandbox true are done in earnest: the bodies of DELETE requests may not reach the target, as some proxies and gateways drop them',
      shown: effective,
    }
  }
  const shown = grouped(exchanges, ({ contract }) => contract).flatMap(refusedAlike)
  if (shown.length === 0) return undefined
  return {
    says: 'no POST with a body is accepted, and sound ones are refused in the same words as broken ones: bodies, or their Content-Type, may not reach the target',
    shown,
  }
}

function isSimulated({ request: { body } }: Exchange): boolean {
  return /"sandbox":\s*true/.test(body ?? '')
}

/** Whether somebody is not found any more whose removal was simulated, and nothing else. */
function isEffective(removal: Exchange, exchanges: readonly Exchange[]): boolean {
  const own = exchanges.filter(({ request }) => isSameUrl(request.url, removal.request.url))
  const profile = removal.request.headers['x-profile-id']
  const gone = own.find(
    (one) =>
      one.request.method === 'GET' &&
      one.caller === removal.caller &&
      one.request.headers['x-profile-id'] === profile &&
      one.startedAt > removal.startedAt &&
      statusOf(one) === 404,
  )
  if (gone === undefined) return false
  return !own.some(
    (one) =>
      one.request.method === 'DELETE' &&
      !isSimulated(one) &&
      isSuccess(one) &&
      one.startedAt <= gone.startedAt,
  )
}

/** Ids may be written in either letter case. */
function isSameUrl(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The refusals of one contract's creations, where nothing that was sent makes a difference. */
function refusedAlike(exchanges: readonly Exchange[]): Exchange[] {
  const posts = exchanges.filter(({ request: { method, body } }) => method === 'POST' && body !== undefined)
  if (posts.some(isSuccess)) return []
  const refused = posts.filter((one) => UNUSABLE.includes(statusOf(one)))
  const [alike = []] = grouped(refused, wordsOf).sort((one, other) => other.length - one.length)
  const bodies = new Set(alike.map(({ request }) => request.body))
  return bodies.size >= FEWEST_POSTS && alike.length >= refused.length * MOST ? alike : []
}

/** What a refusal says beside when, and to which request. */
function wordsOf(exchange: Exchange): string {
  const { text = '' } = exchange.response?.body ?? {}
  return `${statusOf(exchange)} ${withoutPassing(text)}`
}

function withoutPassing(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text, (name, value) => (PASSING.has(name) ? undefined : value)))
  } catch {
    return text
  }
}

/** Members that differ from answer to answer. */
const PASSING = new Set(['meta', 'timestamp', 'request_id', 'requestId', 'traceId', 'trace_id', 'instance'])
