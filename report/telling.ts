/** Which exchanges tell what is wrong: the one that shows it, the request behind it, and what it was compared with. */
import type { Exchange } from '../model/exchange.ts'
import type { Deviation, RequirementResult } from '../model/report.ts'
import { folded } from './alike.ts'
import { createdBy } from './creation.ts'

/** An exchange, and what it has to do with the violation. */
export interface Telling {
  exchange: Exchange
  /** `after`: the request behind it; `beside`: the other side of a comparison; `seen in`: what shows it. */
  as: 'after' | 'beside' | 'seen in'
}

/** With more evidence than this, what stands beside an answer is no comparison but the rest of the run. */
const MOST_COMPARED = 6

/** In the order in which a reader needs them: what was done, what it is compared with, where it shows. */
export function tellingExchanges(
  result: RequirementResult,
  exchanges: ReadonlyMap<string, Exchange>,
): Telling[] {
  const told = new Map<string, Telling>()
  const tell = (exchange: Exchange | undefined, as: Telling['as']): void => {
    if (exchange !== undefined && !told.has(exchange.id)) told.set(exchange.id, { exchange, as })
  }
  for (const { deviation } of folded(result.deviations)) {
    const shows = exchanges.get(deviation.exchange ?? '')
    if (shows === undefined || told.has(shows.id)) continue
    const evidence = result.evidence.flatMap((id) => exchanges.get(id) ?? [])
    const cause = causeOf(deviation, shows, evidence, exchanges)
    tell(cause, 'after')
    if (cause === undefined) tell(comparedWith(deviation, shows, evidence, exchanges), 'beside')
    tell(shows, 'seen in')
  }
  // Where no deviation names an exchange, the one that was looked at last.
  if (told.size === 0) tell(exchanges.get(result.evidence.at(-1) ?? ''), 'seen in')
  return [...told.values()]
}

/** The write that a read came after: of whom the deviation concerns, if any is; undefined where a write shows it itself. */
function causeOf(
  deviation: Deviation,
  shows: Exchange,
  evidence: readonly Exchange[],
  exchanges: ReadonlyMap<string, Exchange>,
): Exchange | undefined {
  if (!isRead(shows)) return undefined
  const all = [...exchanges.values()]
  const who = withOtherNames(whomConcerns(deviation, shows), all)
  const earlier = (one: Exchange): boolean => !isRead(one) && one.startedAt <= shows.startedAt
  const writes = evidence.filter(earlier)
  const own = (among: readonly Exchange[]) => among.findLast((one) => earlier(one) && concerns(one, who))
  // Whom nobody is known to have touched is not told by what was done elsewhere.
  const inScope = writes.filter((one) => scopeOf(one) === scopeOf(shows))
  return own(writes) ?? own(all) ?? inScope.at(-1) ?? writes.at(-1)
}

/** An address for an id and the other way round, as the run's own creations tell: a later request may name either. */
function withOtherNames(who: readonly string[], exchanges: readonly Exchange[]): string[] {
  const also = exchanges.flatMap((exchange) => {
    const made = createdBy(exchange)
    const names = made === undefined ? [] : [made.id.toLowerCase(), made.email.toLowerCase()]
    return names.some((name) => who.includes(name)) ? names : []
  })
  return [...new Set([...who, ...also])]
}

function scopeOf({ request }: Exchange): string | undefined {
  return request.headers['x-profile-id']?.toLowerCase()
}

/**
 * What an answer was compared with: a read of another operation that the same check has looked at, or, where a value
 * of another answer was expected, one that shows the same user.
 */
function comparedWith(
  deviation: Deviation,
  shows: Exchange,
  evidence: readonly Exchange[],
  exchanges: ReadonlyMap<string, Exchange>,
): Exchange | undefined {
  if (!isRead(shows)) return undefined
  const other = (one: Exchange): boolean =>
    isRead(one) && one.operation !== shows.operation && one.response?.status === 200
  const own = evidence.length > MOST_COMPARED ? undefined : evidence.findLast(other)
  if (own !== undefined || !isValue(deviation.expected)) return own
  const who = whomConcerns(deviation, shows)
  return [...exchanges.values()].findLast(
    (one) => other(one) && one.startedAt <= shows.startedAt && concerns(one, who),
  )
}

/** Whether a text is a JSON value and no words of ours. */
function isValue(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Ids and addresses of the entry at fault, or of whom was expected; for one user's own page, the id in its path. */
function whomConcerns({ entry = '', expected }: Deviation, { operation, request }: Exchange): string[] {
  const sought = expected.match(/[^\s"@]+@[^\s"@]+/g) ?? []
  const named = [...entry.matchAll(/"(?:id|email)":"([^"…]+)"/g)].map(([, value = '']) => value)
  const own = operation.endsWith('}') ? request.url.split(/[?#]/, 1)[0]?.split('/').at(-1) : undefined
  return [...named, ...sought, ...(own ? [own] : [])].map((one) => one.toLowerCase())
}

function concerns({ request, response }: Exchange, who: readonly string[]): boolean {
  const places = [request.url, request.body ?? '', response?.body.text ?? '']
  return places.some((place) => {
    const text = place.toLowerCase()
    return who.some((one) => text.includes(one))
  })
}

function isRead({ request }: Exchange): boolean {
  return request.method === 'GET'
}
