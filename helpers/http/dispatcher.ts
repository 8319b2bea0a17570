/** The connection pool of a run. */
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici'
import type { Config } from '../config/config.ts'

/** Headers beyond this are refused: no documented answer comes near. */
const MAX_HEADER_BYTES = 64 * 1024

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']

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
  return proxied ? new EnvHttpProxyAgent(options) : new Agent(options)
}
