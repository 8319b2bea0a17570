/** Shows the evidence of a judgement beside its test, for those who look at the run in Vitest's own page. */
import type { TestContext } from 'vitest'
import { parseJson } from '../../helpers/http/body.ts'
import { printable, printableLines } from '../../helpers/text/printable.ts'
import type { Exchange, RecordedBody } from '../../model/exchange.ts'
import { curlLine } from '../../report/curl.ts'
import { byLevel, deviationText, exchangeText } from '../../report/describe.ts'
import type { Judgement } from './judge.ts'

/** How much of a body is shown, in characters. */
const MAX_BODY = 20_000

/** Adds what deviates, then each exchange, to a test that has not ended yet. */
export async function annotate(
  context: TestContext,
  { deviations, evidence }: Judgement,
  exchanges: readonly Exchange[],
  baseUrl: string,
): Promise<void> {
  for (const deviation of byLevel(deviations)) {
    const type = deviation.level === 'must' ? 'error' : 'warning'
    const where = deviation.exchange === undefined ? '' : `${deviation.exchange}: `
    await context.annotate(where + printable(deviationText(deviation)), type)
  }
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]))
  const shown: Record<string, unknown> = {}
  for (const exchange of evidence.flatMap((id) => byId.get(id) ?? [])) {
    const title = printable(`${exchangeText(exchange)} (${exchange.purpose})`, 300)
    shown[title] = evidenceObject(exchange)
    await context.annotate(title, 'evidence', {
      contentType: 'text/plain',
      body: Buffer.from(evidenceText(exchange, baseUrl)).toString('base64'),
    })
  }
  // The page shows annotations on a line and offers their text for download; this it pretty-prints.
  context.task.meta.evidence = shown
}

/** Request and answer of an exchange, bodies parsed where they are JSON. */
function evidenceObject({ request, response, failure }: Exchange): object {
  const body = (text: string): unknown => parseJson(text) ?? text.slice(0, MAX_BODY)
  return {
    request: {
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: body(request.body) }),
    },
    ...(failure === undefined ? {} : { failure: failure.message }),
    ...(response === undefined
      ? {}
      : {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: body(response.body.text),
        }),
  }
}

/** Request, answer and command line of an exchange as plain text. */
export function evidenceText(exchange: Exchange, baseUrl: string): string {
  const { request, response, failure } = exchange
  const sent = [
    `${request.method} ${request.url}`,
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
    ...(request.body === undefined ? [] : ['', pretty(request.body)]),
  ]
  const received = response
    ? [
        `${response.status}`,
        ...response.headers.map(([name, value]) => `${name}: ${value}`),
        '',
        bodyText(response.body),
      ]
    : [failure ? `no answer: ${failure.message}` : 'no answer']
  const text = [...sent, '', ...received, '', curlLine(exchange, baseUrl)].join('\n')
  return `${printableLines(text)}\n`
}

function bodyText({ text, bytes, sha256, truncated }: RecordedBody): string {
  if (bytes === 0) return '(no body)'
  const shown = pretty(text.slice(0, MAX_BODY))
  return truncated || text.length > MAX_BODY ? `${shown}\n(cut; ${bytes} bytes, SHA-256 ${sha256})` : shown
}

function pretty(text: string): string {
  const value = parseJson(text)
  return value === undefined ? text : JSON.stringify(value, null, 2)
}
