/** The connection pool of a run. */
import type { Dispatcher } from 'undici'
import type { Config } from '../config/config.ts'
import { newAgent, newProxyAgent } from './undici.ts'

/** Headers beyond this are refused: no documented answer comes near. */
const MAX_HEADER_BYTES = 64 * 1024

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']

/** No proxy can reach what listens on this machine alone, the embedded reference among it. */
const LOOPBACK = 'localhost,127.0.0.1,[::1]'

/** A pool with the run's limits; through a proxy where the usual variables name one. */
export function dispatcherFor(config: Pick<Config, 'requestTimeoutMs' | 'concurrency'>): Dispatcher {
  const options = {
    connections: config.concurrency,
    maxHeaderSize: MAX_HEADER_BYTES,
    connect: { timeout: config.requestTimeoutMs },
    headersTimeout: config.requestTimeoutMs,
    bodyTimeout: config.requestTimeoutMs,
  }
  const proxied = PROXY_VARIABLES.some((name) => process.env[name])
  if (!proxied) return newAgent(options)
  const { no_proxy, NO_PROXY } = process.env
  const noProxy = [no_proxy ?? NO_PROXY ?? '', LOOPBACK].filter(Boolean).join(',')
  // Plain HTTP is asked for in the old way: many proxies open tunnels to the HTTPS port alone.
  return newProxyAgent({ ...options, noProxy, proxyTunnel: false })
}
