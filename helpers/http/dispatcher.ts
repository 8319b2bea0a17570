/** The connection pool of a run. */
import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import type { Dispatcher } from 'undici'
import type { Certificates } from '../config/certificates.ts'
import type { Config } from '../config/config.ts'
import { proxyFor } from '../config/proxy.ts'
import { newAgent, newProxyAgent } from './undici.ts'

/** Headers beyond this are refused: no documented answer comes near. */
const MAX_HEADER_BYTES = 64 * 1024

/** What a pool needs to know. */
export type DispatcherConfig = Pick<Config, 'requestTimeoutMs' | 'concurrency' | 'proxy' | 'certificates'> & {
  baseUrl: string
}

/** A pool with the run's limits; through a proxy where the usual variables name one for the target. */
export function dispatcherFor({
  baseUrl,
  requestTimeoutMs,
  concurrency,
  proxy = {},
  certificates = {},
}: DispatcherConfig): Dispatcher {
  const { cert, key } = certificates
  const trust = trustOf(certificates)
  const connect = { timeout: requestTimeoutMs, ...trust, ...(cert && key ? { cert, key } : {}) }
  const options = {
    connections: concurrency,
    maxHeaderSize: MAX_HEADER_BYTES,
    connect,
    headersTimeout: requestTimeoutMs,
    bodyTimeout: requestTimeoutMs,
  }
  const through = proxyFor(baseUrl, proxy)
  if (through === undefined) return newAgent(options)
  // Plain HTTP is asked for in the old way: many proxies open tunnels to the HTTPS port alone.
  return newProxyAgent({
    ...options,
    uri: through.address,
    proxyTunnel: false,
    // The client's certificate is for the target alone.
    requestTls: connect,
    proxyTls: { timeout: requestTimeoutMs, ...trust },
  })
}

/** An authority of one's own beside those that Node.js trusts, which naming one would replace. */
function trustOf({ ca }: Certificates): { ca?: string[] } {
  if (ca === undefined) return {}
  return { ca: [...rootCertificates, ...extraAuthorities(), ca] }
}

/** What NODE_EXTRA_CA_CERTS names; nothing where Node.js itself could not read it and has warned. */
function extraAuthorities(): string[] {
  const file = process.env.NODE_EXTRA_CA_CERTS
  if (!file) return []
  try {
    return [readFileSync(file, 'utf8')]
  } catch {
    return []
  }
}
