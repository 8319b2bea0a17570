/** The proxy that requests take: read from the usual variables of the environment or `.env`. */
import { hidden } from './problem.ts'
import type { Reading } from './reading.ts'

/** Which proxies there are. An address may hold a name and a password. */
export interface ProxyConfig {
  /** For plain HTTP. */
  http?: string
  /** For HTTPS; where it is unset, that for plain HTTP serves both. */
  https?: string
  /** Hosts that are reached without one, divided by commas. */
  except?: string
}

/** The proxy of one target. */
export interface Proxy {
  /** The variable that names it. */
  name: 'HTTP_PROXY' | 'HTTPS_PROXY'
  address: string
}

const EXPECTED = 'the http or https address of a proxy, such as http://proxy.example.com:3128'

/** A host and a port, as many programs accept them. */
const BARE = /^(?:[\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i

/** Undefined where no variable names a proxy. Lower case wins, as everywhere. */
export function readProxy(reading: Reading): ProxyConfig | undefined {
  const http = readAddress(reading, 'HTTP_PROXY')
  const https = readAddress(reading, 'HTTPS_PROXY')
  if (http === undefined && https === undefined) return undefined
  const except = setting(reading, 'NO_PROXY')?.value
  return {
    ...(http === undefined ? {} : { http }),
    ...(https === undefined ? {} : { https }),
    ...(except === undefined ? {} : { except }),
  }
}

/** `user:password` of each address that has one, by the variable that holds it. */
export function proxyCredentials({ http, https }: ProxyConfig): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [name, address] of Object.entries({ HTTP_PROXY: http, HTTPS_PROXY: https })) {
    const { username, password } = new URL(address ?? 'http://none')
    if (password !== '') found[name] = `${decoded(username)}:${decoded(password)}`
  }
  return found
}

/** Undefined where the target is reached without a proxy; what listens on this machine alone always is. */
export function proxyFor(baseUrl: string, { http, https, except = '' }: ProxyConfig): Proxy | undefined {
  const { protocol, hostname, port } = new URL(baseUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const isSecure = protocol === 'https:'
  const isExcepted = except
    .split(/[\s,]+/)
    .some((entry) => covers(entry, host, port || (isSecure ? '443' : '80')))
  if (isExcepted || /^(?:(?:.+\.)?localhost|127\..+|::1)$/.test(host)) return undefined
  if (isSecure && https !== undefined) return { name: 'HTTPS_PROXY', address: https }
  return http === undefined ? undefined : { name: 'HTTP_PROXY', address: http }
}

/** Whether an entry of NO_PROXY means a host: itself or a domain above it, maybe with a port; `*` means all. */
function covers(entry: string, host: string, port: string): boolean {
  const found = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(entry)
  const wanted = found?.[3]
  const domain = (found?.[1] ?? found?.[2] ?? entry).replace(/^\*?\./, '').toLowerCase()
  if (domain === '' || (wanted !== undefined && wanted !== port)) return false
  return domain === '*' || domain === host || host.endsWith(`.${domain}`)
}

function readAddress(reading: Reading, name: string): string | undefined {
  const found = setting(reading, name)
  if (found === undefined) return undefined
  const { value, variable } = found
  const address = BARE.test(value) ? `http://${value}` : value
  if (/^https?:\/\/[^/]/i.test(address) && URL.canParse(address)) return address
  const socks = /^socks/i.test(value) ? 'SOCKS is not supported. ' : ''
  reading.problems.push({
    variable,
    // It may hold a password.
    read: hidden(value),
    expected: EXPECTED,
    fix: `${socks}Correct it, or unset it; NO_PROXY names the hosts that are reached without a proxy.`,
  })
  return undefined
}

function setting({ environment }: Reading, name: string): { value: string; variable: string } | undefined {
  for (const variable of [name.toLowerCase(), name]) {
    const value = environment[variable]?.trim()
    if (value) return { value, variable }
  }
  return undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
