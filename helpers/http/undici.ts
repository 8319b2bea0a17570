/**
 * The parts of undici that a run needs. All of undici (fetch, WebSockets, caches, mocks) takes three times as long
 * to load as these, which is more than the requests of a run take; so they are loaded from where they lie, and
 * all of undici only behind a proxy, or where a version of it has moved them.
 */
import { createRequire } from 'node:module'
import type { Agent, Dispatcher, ProxyAgent } from 'undici'

type Undici = typeof import('undici')
type AgentClass = new (options: Agent.Options) => Dispatcher
type Send = (options: Dispatcher.RequestOptions) => Promise<Dispatcher.ResponseData>

const require = createRequire(import.meta.url)

function parts(): { Agent: AgentClass; request: Send } {
  try {
    const Agent = require('undici/lib/dispatcher/agent.js') as unknown
    const request = require('undici/lib/api/api-request.js') as unknown
    if (typeof Agent === 'function' && typeof request === 'function') {
      return { Agent: Agent as AgentClass, request: request as Send }
    }
  } catch {
    // They have moved.
  }
  const undici = require('undici') as Undici
  const { request } = undici.Dispatcher.prototype
  return { Agent: undici.Agent, request: request as unknown as Send }
}

let found: ReturnType<typeof parts> | undefined

/** A connection pool. */
export function newAgent(options: Agent.Options): Dispatcher {
  found ??= parts()
  return new found.Agent(options)
}

/** A connection pool behind a proxy. */
export function newProxyAgent(options: ProxyAgent.Options): Dispatcher {
  const { ProxyAgent } = require('undici') as Undici
  return new ProxyAgent(options)
}

/** So much of a body, in bytes, may wait to be read before the connection is held up: a long list comes in faster. */
const READ_AHEAD = 1_048_576

/** Sends one request. @throws what undici throws where no answer comes */
export function send(
  dispatcher: Dispatcher,
  url: URL,
  options: Omit<Dispatcher.RequestOptions, 'origin' | 'path'>,
): Promise<Dispatcher.ResponseData> {
  found ??= parts()
  const where = { origin: url.origin, path: url.pathname + url.search }
  return found.request.call(dispatcher, { highWaterMark: READ_AHEAD, ...options, ...where })
}
