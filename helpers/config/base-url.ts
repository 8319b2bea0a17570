/** Reads where the target lives, and keeps a run away from production. */
import { isIP } from 'node:net'
import { hidden } from './problem.ts'
import { complain, type Reading, text, textOrDefault } from './reading.ts'

const EXPECTED =
  'an http or https address: the origin, and the path prefix before /v3 or /api/v1 if the target has one'
const EXAMPLE =
  'Write for example BASE_URL=https://staging.example.com or BASE_URL=http://localhost:3000/prefix.'

const CREDENTIALS_BEFORE_HOST = /^https?:\/\/[^/\\?#]*@/i

/** The contracts' own paths at the end of a prefix. */
const CONTRACT_PATH = /\/(?:v3(?:\/users(?:\/[^/]*)?)?|api\/v1(?:\/users(?:\/[^/]*)?)?)\/*$/i

/** What looks like the address of a host: maybe a scheme, a host name or IP address, maybe a port. */
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]{0,15}:\/\/)?(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])(?::\d{1,6})?(?=[/?#]|$)/

/** Origin plus path prefix without a slash at the end; undefined if it is unset or cannot be read. */
export function readBaseUrl(reading: Reading): string | undefined {
  const value = text(reading, 'BASE_URL')
  if (value === undefined) return undefined
  const refuse = (read: string, fix: string) => {
    const cited = { read: reading.mask(read), fix: reading.mask(fix) }
    reading.problems.push({ variable: 'BASE_URL', expected: EXPECTED, ...cited })
  }
  const url = parse(value)
  if (url === undefined) {
    refuse(recognised(value) ?? hidden(value), adviceFor(value))
    return undefined
  }
  const prefix = url.pathname.replace(CONTRACT_PATH, '').replace(/\/+$/, '')
  const baseUrl = url.origin + prefix
  const flaws = [
    ...(CREDENTIALS_BEFORE_HOST.test(value) ? ['credentials (not shown)'] : []),
    ...(CONTRACT_PATH.test(url.pathname) ? ["a contract's own path"] : []),
    ...(value.includes('?') ? ['a query'] : []),
    ...(value.includes('#') ? ['a fragment'] : []),
  ]
  if (flaws.length > 0) {
    const advice = `Write BASE_URL=${baseUrl}; keys and tokens have variables of their own.`
    refuse(`an address of ${url.origin} with ${flaws.join(', ')}`, advice)
  }
  return baseUrl
}

/** The production hosts, api.sent.dm first. */
export function readProductionHosts(reading: Reading): string[] {
  const hosts = ['api.sent.dm']
  for (const item of textOrDefault(reading, 'PRODUCTION_HOSTS').split(',')) {
    const host = bareHost(item)
    if (host === '') continue
    if (!isHost(host)) {
      complain(
        reading,
        'PRODUCTION_HOSTS',
        'host names divided by commas, each without scheme, port, path or wildcard',
        'Write for example PRODUCTION_HOSTS=api.example.com,api.example.org.',
      )
      break
    }
    if (!hosts.includes(host)) hosts.push(host)
  }
  return hosts
}

/** Refuses a production host unless the operator has named it a second time. */
export function readAllowProduction(
  reading: Reading,
  baseUrl: string | undefined,
  productionHosts: readonly string[],
): string | undefined {
  const value = text(reading, 'ALLOW_PRODUCTION')
  const allowed = value === undefined ? undefined : bareHost(value)
  const host = baseUrl === undefined ? undefined : bareHost(new URL(baseUrl).hostname)
  if (host !== undefined && productionHosts.includes(host) && allowed !== host) {
    complain(
      reading,
      'ALLOW_PRODUCTION',
      `${host}, because BASE_URL points at that production host`,
      `Point BASE_URL at another system; only if production is really meant, set ALLOW_PRODUCTION=${host}.`,
    )
  }
  return allowed
}

/** Whether `host` is a host name or an IP address, and nothing besides. */
export function isHost(host: string): boolean {
  if (isIP(host) !== 0) return true
  return (
    host.length <= 253 &&
    host.split('.').every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label))
  )
}

function bareHost(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

function parse(value: string): URL | undefined {
  // The URL parser mends what is certainly a mistake: it drops line breaks and supplies missing slashes.
  if (!/^https?:\/\/[^/\\]/i.test(value) || /[\s\p{Cc}]/u.test(value)) return undefined
  // An @ further back may belong to a password with a slash in it; then the "host" is a part of the credentials.
  if (value.includes('@') && !CREDENTIALS_BEFORE_HOST.test(value)) return undefined
  return URL.canParse(value) ? new URL(value) : undefined
}

/** Scheme, host and port of what was read, if it has a host. Anything else might be a secret in the wrong place. */
function recognised(value: string): string | undefined {
  const found = value.includes('@') ? undefined : ADDRESS.exec(value)?.[0]
  if (found === undefined || found.length > 120) return undefined
  return found === value ? `"${found}"` : `"${found}…"`
}

function adviceFor(value: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return `The suite speaks http and https only. ${EXAMPLE}`
  }
  const host = ADDRESS.exec(value)?.[0]
  if (scheme !== undefined || host === undefined || value.includes('@')) return EXAMPLE
  return `The scheme is missing: BASE_URL begins with ${/^(?:localhost|127\.|\[)/.test(host) ? 'http' : 'https'}://${host}.`
}
