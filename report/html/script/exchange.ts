/** One exchange: its line, both halves, and the command that repeats it. */
import type { RecordedBody } from '../../../model/exchange.ts'
import type { Deviation } from '../../../model/report.ts'
import type { ShownExchange } from '../page-data.ts'
import { bodyElement, showFirstMark } from './body.ts'
import { copyButton } from './copy.ts'
import { make, visible } from './dom.ts'

/** How an exchange is shown. */
export interface Showing {
  /** Those that name a member of its answer. */
  deviations: readonly Deviation[]
  /** Whether it is shown at once; what is closed is made when it is opened. */
  open: boolean
  /** What it has to do with the violation. */
  as: string | undefined
}

/** The element of one exchange. */
export function exchangeElement(exchange: ShownExchange, { deviations, open, as }: Showing): HTMLElement {
  const { id, request, response, caller, purpose, durationMs } = exchange
  const details = make('details', 'exchange')
  const line = [
    as === undefined ? undefined : make('span', 'as', as),
    make('span', '', id),
    make('span', '', `${request.method} ${pathOf(request.url)}`),
    make('span', 'status', `→ ${response === undefined ? 'no answer' : response.status}`),
  ]
  const what = `${caller} · ${purpose} · ${Math.round(durationMs)} ms`
  details.append(make('summary', '', [make('span', 'line', line), make('span', 'for', what)]))
  const fill = (): void => {
    details.append(
      make('div', 'halves', [requestHalf(exchange), answerHalf(exchange, deviations)]),
      make('div', 'curl', [
        make('pre', '', exchange.curl),
        copyButton('Copy', `the curl command of ${id}`, () => exchange.curl),
      ]),
    )
    requestAnimationFrame(() => showFirstMark(details))
  }
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) fill()
  })
  if (open) {
    details.open = true
    fill()
  }
  return details
}

function pathOf(url: string): string {
  return /^https?:\/\/[^/]*(\/.*)$/.exec(url)?.[1] ?? url
}

function requestHalf({ request }: ShownExchange): HTMLElement {
  const { method, url, headers, body } = request
  const half = make('div', 'half', [
    make('h5', '', 'Request'),
    headerBlock(Object.entries(headers), `${method} ${url}`),
  ])
  if (body !== undefined) half.append(make('h5', '', 'Body'), bodyElement(body, [], 'Body of the request'))
  return half
}

function answerHalf(
  { response, failure, attempts, waitedMs }: ShownExchange,
  deviations: readonly Deviation[],
): HTMLElement {
  const half = make('div', 'half', make('h5', '', 'Answer'))
  if (response === undefined) {
    half.append(make('p', '', failure ? `${failure.kind}: ${failure.message}` : 'No answer came.'))
    return half
  }
  const { status, headers, body } = response
  const retried = attempts > 1 ? ` (attempt ${attempts}, waited ${waitedMs} ms)` : ''
  half.append(headerBlock(headers, `${status}${retried}`))
  if (body.bytes > 0)
    half.append(make('h5', '', 'Body'), bodyElement(body.text, deviations, 'Body of the answer'))
  half.append(make('p', 'size', sizeText(body)))
  return half
}

/** Headers that explain an answer, or name it to those who run the target; of the others only the number is shown. */
const EXPLAINING =
  /^(?:content-type|x-request-id|retry-after|location|www-authenticate|authorization|x-api-key|x-profile-id|x-sandbox|allow|idempotency-key|.*cache.*|age)$/i

function headerBlock(entries: readonly [name: string, value: string][], first: string): HTMLElement {
  const told = entries.filter(([name]) => EXPLAINING.test(name))
  const others = entries.filter(([name]) => !EXPLAINING.test(name))
  const block = make('div', '', lines(told, first))
  if (others.length === 0) return block
  const title = others.length === 1 ? '1 more header' : `${others.length} more headers`
  block.append(make('details', 'more-headers', [make('summary', '', title), lines(others)]))
  return block
}

function lines(entries: readonly [name: string, value: string][], first?: string): HTMLElement {
  const block = make('pre', 'headers', first)
  for (const [index, [name, value]] of entries.entries()) {
    if (index > 0 || first !== undefined) block.append('\n')
    block.append(make('b', '', name), visible(`: ${value}`))
  }
  return block
}

function sizeText({ bytes, invalidUtf8, truncated, sha256 }: RecordedBody): string {
  if (bytes === 0) return 'No body.'
  const notes = [
    `${bytes.toLocaleString('en')} bytes`,
    ...(invalidUtf8 ? ['not valid UTF-8'] : []),
    ...(truncated ? [`only the beginning is shown; SHA-256 of the whole: ${sha256}`] : []),
  ]
  return notes.join(', ')
}
