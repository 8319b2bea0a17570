/**
 * The way to a target that runs inside this process, without a port: checks run in a worker, the target where it was
 * handed over, and a named channel of this process carries requests and answers between them.
 */
import type { RawAnswer, Transport } from './transport.ts'

/** A request as it is carried. */
export interface CarriedRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: string | null
}

/** An answer as it is carried; a header that was sent several times stands there several times. */
export interface CarriedAnswer {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array
}

/** A target inside this process. @throws whatever keeps it from answering, with a `code` where there is one */
export type Handler = (request: CarriedRequest, signal: AbortSignal) => Promise<CarriedAnswer>

/** The code of a handler that threw instead of answering (see failure.ts). */
const THREW = 'HANDLER_THREW'

type Message =
  | { kind: 'request'; id: string; request: CarriedRequest }
  | { kind: 'abort'; id: string }
  | { kind: 'answer'; id: string; answer: CarriedAnswer }
  | { kind: 'failure'; id: string; code: string }

/** Answers what comes over the channel `name` by `handler`, until the returned function is called. */
export function serveInProcess(name: string, handler: Handler): () => void {
  const channel = new BroadcastChannel(name)
  const underWay = new Map<string, AbortController>()
  const answer = async (id: string, request: CarriedRequest): Promise<void> => {
    const controller = new AbortController()
    underWay.set(id, controller)
    const message: Message = await handler(request, controller.signal).then(
      (given) => ({ kind: 'answer', id, answer: given }),
      (error: unknown) => ({ kind: 'failure', id, code: codeOf(error) }),
    )
    underWay.delete(id)
    if (!controller.signal.aborted) channel.postMessage(message)
  }
  channel.onmessage = (event: unknown) => {
    const { data } = event as { data: Message }
    if (data.kind === 'request') answer(data.id, data.request)
    if (data.kind === 'abort') underWay.get(data.id)?.abort()
  }
  return () => {
    for (const controller of underWay.values()) controller.abort()
    channel.close()
  }
}

/** The transport to a target that answers in the same thread. */
export function transportTo(handler: Handler): Transport {
  return {
    isRemote: false,
    send: async (url, { method, headers, body, signal }) =>
      rawAnswer(await handler({ method, url: url.href, headers, body }, signal)),
    close: async () => undefined,
  }
}

/** The transport to what is served over the channel `name`, from any thread of this process. */
export function inProcessTransport(name: string): Transport {
  const channel = new BroadcastChannel(name)
  const waiting = new Map<string, (message: Message) => void>()
  const prefix = crypto.randomUUID()
  let count = 0
  channel.onmessage = (event: unknown) => {
    const { data } = event as { data: Message }
    if (data.kind === 'answer' || data.kind === 'failure') waiting.get(data.id)?.(data)
  }
  return {
    isRemote: false,
    send(url, { method, headers, body, signal }) {
      const id = `${prefix} ${++count}`
      return new Promise<RawAnswer>((resolve, reject) => {
        const end = (): void => {
          waiting.delete(id)
          signal.removeEventListener('abort', abort)
        }
        const abort = (): void => {
          end()
          channel.postMessage({ kind: 'abort', id } satisfies Message)
          reject(signal.reason)
        }
        if (signal.aborted) return reject(signal.reason)
        signal.addEventListener('abort', abort)
        waiting.set(id, (message) => {
          end()
          if (message.kind === 'answer') resolve(rawAnswer(message.answer))
          if (message.kind === 'failure') {
            reject(Object.assign(new Error('no answer'), { code: message.code }))
          }
        })
        const request = { method, url: url.href, headers, body }
        channel.postMessage({ kind: 'request', id, request } satisfies Message)
      })
    },
    async close() {
      channel.close()
    },
  }
}

function rawAnswer({ status, headers, body }: CarriedAnswer): RawAnswer {
  const named: RawAnswer['headers'] = {}
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    const before = named[key]
    named[key] = before === undefined ? value : [before, value].flat()
  }
  return {
    statusCode: status,
    headers: named,
    body: (async function* () {
      yield body
    })(),
  }
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : THREW
}
