/** An answer as the checks see it: decoded and parsed, beside the exchange that is kept as evidence. */
import type { Exchange } from './exchange.ts'

export interface Answer {
  exchange: Exchange
  status: number
  /** Names in lower case; repeated headers joined by `, `. */
  headers: Record<string, string>
  /** Whether there was no body. */
  empty: boolean
  /** The parsed body; `undefined` when it is not JSON. */
  json: unknown
  /** Milliseconds since the epoch at which the answer was complete. */
  receivedAt: number
}

/** Whether the answer is of the 2xx class. */
export function succeeded(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300
}

/** Whether the answer is a definite refusal, of the 4xx class: what was asked for has not been done. */
export function isRefusal(answer: Answer): boolean {
  return answer.status >= 400 && answer.status < 500
}

/** Whether the answer refuses whoever asks, for what they show or for their role: 401 or 403. */
export function refusesCaller({ status }: Answer): boolean {
  return status === 401 || status === 403
}

/** The media type without parameters, in lower case; empty when there is none. */
export function mediaType(answer: Answer): string {
  return (answer.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** The media type as evidence keeps it: for texts that are shown, because a target may repeat a credential here. */
export function shownMediaType({ exchange }: Answer): string {
  const header = exchange.response?.headers.find(([name]) => name === 'content-type')
  return header?.[1].split(';', 1)[0]?.trim() || 'no content-type'
}

/** A plain object, or undefined: for reading members of hostile JSON. */
export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** Whether an answer is labelled as JSON, with any parameters. */
export function isJsonLabel(answer: Answer): boolean {
  const type = mediaType(answer)
  return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type)
}

/** Whether its request had parameters: where no page has any, a target may refuse them before it looks at roles. */
export function hasQuery({ exchange }: Answer): boolean {
  return exchange.request.url.includes('?')
}
