/** `traffic.har`: every exchange of the run in HAR 1.2, which browser tools open. */
import { STATUS_CODES } from 'node:http'
import type { Exchange } from '../model/exchange.ts'
import type { Report } from '../model/report.ts'

interface NameValue {
  name: string
  value: string
}

export function harReport(report: Report): string {
  const log = {
    version: '1.2',
    creator: { name: report.suite.name, version: report.suite.version },
    entries: report.exchanges.flatMap((exchange) => [...earlierEntries(exchange), entryOf(exchange)]),
  }
  return `${JSON.stringify({ log }, null, 2)}\n`
}

/** Members that begin with an underscore are ours, as the format allows. */
function entryOf(exchange: Exchange): object {
  const { failure, waitedMs, durationMs } = exchange
  return {
    startedDateTime: exchange.startedAt,
    time: durationMs,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings: {
      blocked: Math.min(waitedMs, durationMs),
      send: 0,
      wait: Math.max(0, durationMs - waitedMs),
      receive: 0,
    },
    comment: `${exchange.caller}: ${exchange.purpose}`,
    _exchange: exchange.id,
    _operation: exchange.operation,
    _attempts: exchange.attempts,
    ...(failure === undefined ? {} : { _error: `${failure.kind}: ${failure.message}` }),
  }
}

/** An entry for each attempt that another one followed; of its answer only what was kept. */
function earlierEntries(exchange: Exchange): object[] {
  return (exchange.earlierAttempts ?? []).map(({ status, failure, at, retryAfter }, index) => ({
    startedDateTime: at,
    time: 0,
    request: requestOf(exchange),
    response: {
      status: status ?? 0,
      statusText: status === undefined ? '' : (STATUS_CODES[status] ?? ''),
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: retryAfter === undefined ? [] : [{ name: 'retry-after', value: retryAfter }],
      content: { size: 0, mimeType: '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    comment: `${exchange.caller}: ${exchange.purpose}, attempt ${index + 1} of ${exchange.attempts}`,
    _exchange: exchange.id,
    _operation: exchange.operation,
    _attempt: index + 1,
    ...(failure === undefined ? {} : { _error: failure }),
  }))
}

function requestOf({ request }: Exchange): object {
  const { method, url, body } = request
  const headers = Object.entries(request.headers).map(([name, value]) => ({ name, value }))
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers,
    queryString: queryOf(url),
    ...(body === undefined ? {} : { postData: { mimeType: headerOf(headers, 'content-type'), text: body } }),
    headersSize: -1,
    bodySize: body === undefined ? 0 : Buffer.byteLength(body),
  }
}

function responseOf({ response }: Exchange): object {
  const common = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1 }
  if (response === undefined) {
    const content = { size: 0, mimeType: 'x-unknown' }
    return { status: 0, statusText: '', ...common, headers: [], content, redirectURL: '', bodySize: -1 }
  }
  const headers = response.headers.map(([name, value]) => ({ name, value }))
  const { text, bytes, sha256, truncated } = response.body
  return {
    status: response.status,
    statusText: STATUS_CODES[response.status] ?? '',
    ...common,
    headers,
    content: {
      size: bytes,
      mimeType: headerOf(headers, 'content-type') || 'x-unknown',
      text,
      ...(truncated ? { comment: `cut; SHA-256 of the whole: ${sha256}` } : {}),
    },
    redirectURL: headerOf(headers, 'location'),
    bodySize: bytes,
  }
}

function headerOf(headers: NameValue[], wanted: string): string {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? ''
}

function queryOf(url: string): NameValue[] {
  if (!URL.canParse(url)) return []
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
}
