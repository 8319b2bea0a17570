/** One exchange: its line, both halves, and the command that repeats it. */
import type { RecordedBody } from '../../../model/exchange.ts'
import type { Deviation } from '../../../model/report.ts'
import type { ShownExchange } from '../page-data.ts'
import { bodyElement, showFirstMark } from './body.ts'
import { copyButton } from './copy.ts'
import { make, visible } from './dom.ts'

/**
 * @param deviations those that name a member of its answer
 * @param open whether it is shown at once; what is closed is made when it is opened
 */
export function exchangeElement(
  exchange: ShownExchange,
  deviations: readonly Deviation[],
  open: boolean,
): HTMLElement {
  const { id, request, response, caller, purpose, durationMs } = exchange
  const details = make('details', 'exchange')
  const line = [
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

function headerBlock(entries: readonly [name: string, value: string][], first: string): HTMLElement {
  const block = make('pre', 'headers', first)
  for (const [name, value] of entries) block.append('\n', make('b', '', name), visible(`: ${value}`))
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
