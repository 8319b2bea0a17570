/** Reads what was recorded of an exchange: bodies may be cut, and whoever sent them owes nobody JSON. */
import { asObject } from '../../model/answer.ts'
import type { Exchange, RecordedBody } from '../../model/exchange.ts'

/** The body of the answer, or as much of it as is whole where it was cut; undefined where it is no JSON. */
export function recordedJson({ response }: Exchange): unknown {
  return response === undefined ? undefined : jsonOf(response.body)
}

/** The members of the body that was sent; undefined where it is no JSON object. */
export function sentObject({ request }: Exchange): Record<string, unknown> | undefined {
  return request.body === undefined ? undefined : asObject(parsed(request.body))
}

/** The parameters of the query. */
export function queryOf({ request }: Exchange): URLSearchParams {
  return URL.canParse(request.url) ? new URL(request.url).searchParams : new URLSearchParams()
}

/** The last segment of the path, decoded where that can be done. */
export function lastSegment({ request }: Exchange): string {
  const path = URL.canParse(request.url) ? new URL(request.url).pathname : ''
  const segment = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function jsonOf({ text, truncated }: RecordedBody): unknown {
  return parsed(truncated ? closed(text) : text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The beginning of a JSON text, up to its last whole entry, with everything closed that is open there. */
export function closed(text: string): string {
  const open: string[] = []
  let end = 0
  let closers = ''
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']')
    else if (character === '}' || character === ']') open.pop()
    // Before a comma everything is whole, and so it is behind a bracket.
    const isWhole = character === ',' || character === '}' || character === ']'
    if (inString || !isWhole) continue
    end = character === ',' ? index : index + 1
    closers = open.toReversed().join('')
  }
  return text.slice(0, end) + closers
}

/** A header of a recorded answer. @param wanted in lower case */
export function headerOf({ response }: Exchange, wanted: string): string | undefined {
  return response?.headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** The limit of requests that an answer announces, in digits; undefined where it announces none. */
export function announcedLimit(exchange: Exchange): string | undefined {
  const limit = headerOf(exchange, 'x-ratelimit-limit') ?? headerOf(exchange, 'ratelimit-limit')
  return limit !== undefined && /^\d{1,9}$/.test(limit) ? limit : undefined
}
