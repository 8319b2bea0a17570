/**
 * Causes outside the target's rules that many violations may have in common: what stands between suite and target and
 * keeps bodies or headers back, answers out of a cache, replaces error pages or answers in the target's stead. Told
 * only where answers show it, and told as possible: the verdict stays what it is.
 */
import type { Exchange } from '../model/exchange.ts'
import type { CommonCause, RequirementResult } from '../model/report.ts'

/** From so many violations on a common cause is looked for. */
const LEAST_VIOLATIONS = 2
/** So many answers have to show it. */
const LEAST_ANSWERS = 2
/** So many of them are named. */
const MOST_EVIDENCE = 5

type Look = (exchanges: readonly Exchange[]) => { says: string; shown: readonly Exchange[] } | undefined

/** Likeliest first: what explains the most violations. */
export function commonCauses(
  requirements: readonly RequirementResult[],
  exchanges: readonly Exchange[],
): CommonCause[] {
  const failed = requirements.filter(({ verdict }) => verdict === 'failed')
  if (failed.length < LEAST_VIOLATIONS) return []
  const causes = Object.entries(LOOKS).flatMap(([cause, look]) => {
    const found = look(exchanges)
    if (found === undefined || found.shown.length < LEAST_ANSWERS) return []
    const ids = new Set(found.shown.map(({ id }) => id))
    const concerned = failed.filter(({ evidence }) => evidence.some((id) => ids.has(id)))
    if (concerned.length === 0) return []
    return {
      cause: cause as CommonCause['cause'],
      says: found.says,
      evidence: [...ids].slice(0, MOST_EVIDENCE),
      concerns: concerned.map(({ id }) => id),
    }
  })
  return causes.sort(
    (one, other) => rankOf(one) - rankOf(other) || other.concerns.length - one.concerns.length,
  )
}

/** A cache explains that headers are not heeded, so it comes first. */
function rankOf({ cause }: CommonCause): number {
  return cause === 'cache' ? 0 : 1
}

/** A cause in one sentence, for every output. */
export function causeText({ says, evidence, concerns }: CommonCause): string {
  return `${says} (${evidence.join(', ')}; ${concerns.length} violation${concerns.length === 1 ? '' : 's'} may come of it)`
}

/** Heading of the section, which stands before everything that it may explain. */
export const CAUSES_HEADING = 'Possible common cause, outside the target'

const LOOKS: Record<CommonCause['cause'], Look> = {
  cache(exchanges) {
    const aged = exchanges.filter(isOutOfCache)
    const repeated = repeatedIds(exchanges)
    if (aged.length >= LEAST_ANSWERS) {
      return {
        says: 'answers come from a cache: they carry Age, or say that they are a hit',
        shown: [...new Set([...aged, ...repeated])],
      }
    }
    if (repeated.length === 0) return undefined
    return {
      says: 'answers may come from a cache: different requests got the same bytes with the same request id',
      shown: repeated,
    }
  },

  'error-pages': (exchanges) => {
    const errors = exchanges.filter(
      (one) => (one.response?.status ?? 0) >= 400 && one.response?.status !== 401,
    )
    const pages = errors.filter(isPage)
    if (pages.length < LEAST_ANSWERS || pages.length < errors.length * MOST) return undefined
    if (!exchanges.some((one) => isSuccess(one) && isJson(one))) return undefined
    const [first] = pages
    const server = first && header(first, 'server')
    const by = server === undefined ? '' : ` (Server: ${server})`
    return {
      says: `error answers arrive as web pages${by} while good ones are JSON: something in front may replace them, as nginx (error_page, proxy_intercept_errors), IIS (customErrors) and balancers can be told to`,
      shown: pages,
    }
  },

  gateway(exchanges) {
    const usual = new Set(exchanges.filter(isSuccess).map((one) => header(one, 'server') ?? ''))
    const others = exchanges.filter((one) => {
      const server = header(one, 'server')
      const isRefusal = (one.response?.status ?? 0) >= 400
      return isRefusal && ((server !== undefined && usual.size > 0 && !usual.has(server)) || isOfGateway(one))
    })
    const [first] = others
    if (first === undefined) return undefined
    const who = header(first, 'server') ?? GATEWAY_HEADERS.find((name) => header(first, name) !== undefined)
    return {
      says: `some refusals come from somebody else than the successes (${who}): a gateway may answer in the target's stead`,
      shown: others,
    }
  },

  bodies(exchanges) {
    const simulated = exchanges.filter(
      ({ request: { method, body }, response }) =>
        method === 'DELETE' && /"sandbox":\s*true/.test(body ?? '') && (response?.status ?? 0) < 300,
    )
    const effective = simulated.filter((one) =>
      exchanges.some(
        (later) =>
          later.request.method === 'GET' &&
          later.request.url === one.request.url &&
          later.startedAt > one.startedAt &&
          later.response?.status === 404,
      ),
    )
    if (effective.length >= LEAST_ANSWERS) {
      return {
        says: 'removals with sandbox true are done in earnest: the bodies of DELETE requests may not reach the target, as some proxies and gateways drop them',
        shown: effective,
      }
    }
    const posts = exchanges.filter(
      ({ request: { method, body } }) => method === 'POST' && body !== undefined && body.length > 2,
    )
    const refused = posts.filter(({ response }) => [400, 411, 415, 422].includes(response?.status ?? 0))
    if (posts.some(isSuccess) || refused.length < FEWEST_POSTS) return undefined
    return {
      says: 'no request with a body was accepted, and sound ones are answered as if they had none: bodies, or their Content-Type, may not reach the target',
      shown: refused,
    }
  },

  headers(exchanges) {
    const isWide = ({ request: { headers, method } }: Exchange): boolean =>
      method === 'GET' && headers['x-profile-id'] === undefined
    const served = new Set(
      exchanges.filter((one) => isWide(one) && isSuccess(one)).map(({ caller }) => caller),
    )
    // Who is refused without the header says nothing of it, and of an id that nobody has neither.
    const narrowed = exchanges.filter(
      (one) =>
        one.request.method === 'GET' &&
        !isWide(one) &&
        served.has(one.caller) &&
        one.request.url.endsWith('/users'),
    )
    const values = new Set(narrowed.map(({ request }) => request.headers['x-profile-id']))
    const isHeeded = narrowed.some(
      (one) => !isSuccess(one) && [400, 403, 404, 422].includes(one.response?.status ?? 0),
    )
    if (values.size < LEAST_VALUES || isHeeded) return undefined
    return {
      says: 'every request with x-profile-id, with whatever value, is answered as one without it: the header may not reach the target (gateways pass on what they are told to)',
      shown: narrowed.filter(isSuccess),
    }
  },
}

/** Nearly all. */
const MOST = 0.8
/** So many creations, and so many different values of a header, show a pattern. */
const FEWEST_POSTS = 5
const LEAST_VALUES = 3

/** Headers that gateways alone send with refusals of their own. */
const GATEWAY_HEADERS = ['x-amzn-errortype', 'apim-request-id', 'x-kong-response-latency', 'x-azure-ref']

function isOfGateway(exchange: Exchange): boolean {
  return GATEWAY_HEADERS.some((name) => header(exchange, name) !== undefined) && !isDocumented(exchange)
}

/** Whether an error has the code or the word that the contracts give errors. */
function isDocumented({ response }: Exchange): boolean {
  return /"(?:code|error)"\s*:\s*"/.test(response?.body.text ?? '')
}

function isSuccess({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300
}

function isPage(exchange: Exchange): boolean {
  return (
    /^text\/html/i.test(header(exchange, 'content-type') ?? '') ||
    /^\s*<(?:!doctype|html|h1)/i.test(exchange.response?.body.text ?? '')
  )
}

function isJson(exchange: Exchange): boolean {
  return /json/i.test(header(exchange, 'content-type') ?? '')
}

/** Answers with the request id of another one, byte for byte, though each is to have its own. */
function repeatedIds(exchanges: readonly Exchange[]): Exchange[] {
  const seen = new Map<string, Exchange[]>()
  for (const exchange of exchanges) {
    const { sha256 = '', text = '' } = exchange.response?.body ?? {}
    if (exchange.request.method !== 'GET' || !/"request_id"\s*:\s*"/.test(text)) continue
    seen.set(sha256, [...(seen.get(sha256) ?? []), exchange])
  }
  return [...seen.values()].flatMap((alike) => (alike.length > 1 ? alike : []))
}

/** Whether an answer tells that it was kept. In its first second Age is 0, and Varnish tells by two ids. */
function isOutOfCache(exchange: Exchange): boolean {
  return (
    Number(header(exchange, 'age') ?? 0) > 0 ||
    /\bhit\b/i.test(header(exchange, 'x-cache') ?? header(exchange, 'cf-cache-status') ?? '') ||
    /^\d+ \d+$/.test(header(exchange, 'x-varnish') ?? '')
  )
}

function header({ response }: Exchange, wanted: string): string | undefined {
  return response?.headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}
