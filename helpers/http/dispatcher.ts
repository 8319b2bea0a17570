/** The connection pool of a run. */
import type { Dispatcher } from 'undici'
import type { Config } from '../config/config.ts'
import { proxyFor } from '../config/proxy.ts'
import { newAgent, newProxyAgent } from './undici.ts'

/** Headers beyond this are refused: no documented answer comes near. */
const MAX_HEADER_BYTES = 64 * 1024

/** What a pool needs to know. */
export type DispatcherConfig = Pick<Config, 'requestTimeoutMs' | 'concurrency' | 'proxy'> & {
  baseUrl: string
}

/** A pool with the run's limits; through a proxy where the usual variables name one for the target. */
export function dispatcherFor({
  baseUrl,
  requestTimeoutMs,
  concurrency,
  proxy = {},
}: DispatcherConfig): Dispatcher {
  const options = {
    connections: concurrency,
    maxHeaderSize: MAX_HEADER_BYTES,
    connect: { timeout: requestTimeoutMs },
    headersTimeout: requestTimeoutMs,
    bodyTimeout: requestTimeoutMs,
  }
  const through = proxyFor(baseUrl, proxy)
  if (through === undefined) return newAgent(options)
  // Plain HTTP is asked for in the old way: many proxies open tunnels to the HTTPS port alone.
  return newProxyAgent({ ...options, uri: through.address, proxyTunnel: false })
}
