/** Signs of what answers in the target's stead: a cache, pages for errors, a gateway. */
import type { Exchange } from '../../model/exchange.ts'
import { header, isSuccess, LEAST_ANSWERS, type Look, MOST } from './look.ts'

/** Answers that something has kept. */
export const lookForCache: Look = (exchanges) => {
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
}

/** Errors that arrive as web pages. */
export const lookForErrorPages: Look = (exchanges) => {
  const errors = exchanges.filter((one) => (one.response?.status ?? 0) >= 400 && one.response?.status !== 401)
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
}

/** Refusals of somebody else than who serves. */
export const lookForGateway: Look = (exchanges) => {
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
}

/** Headers that gateways alone send with refusals of their own. */
const GATEWAY_HEADERS = ['x-amzn-errortype', 'apim-request-id', 'x-kong-response-latency', 'x-azure-ref']

function isOfGateway(exchange: Exchange): boolean {
  return GATEWAY_HEADERS.some((name) => header(exchange, name) !== undefined) && !isDocumented(exchange)
}

/** Whether an error has the code or the word that the contracts give errors. */
function isDocumented({ response }: Exchange): boolean {
  return /"(?:code|error)"\s*:\s*"/.test(response?.body.text ?? '')
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
