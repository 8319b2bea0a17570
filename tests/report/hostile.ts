/** A report whose every text comes from a target that means harm. */
import type { Exchange } from '../../model/exchange.ts'
import type { Report } from '../../model/report.ts'
import { failingReport } from './sample.ts'
import { recorded } from './sample-exchanges.ts'

/** Stands in every hostile text, so that a test can see that the text was shown at all. */
export const MARK = 'hostile-mark'

/** What breaks HTML, scripts, XML, Markdown, terminals, URLs and Unicode handling. */
export const HOSTILE = [
  MARK,
  '<script>window.pwned = 1</script>',
  '</script><img src=x onerror="window.pwned = 1">',
  '<!-- <style>*{display:none}</style> <title>pwned</title>',
  `"'\`><svg/onload=window.pwned=1>`,
  ']]> &amp; &#x0; <?xml?>',
  '| table | cell |\n\n# heading\n```\n[link](javascript:window.pwned=1) ![image](http://127.0.0.1:9/x.png) @everyone',
  '\x1b[31m\x1b]8;;http://127.0.0.1:9\x07\x1b[2J\x9b31m\0\b\x7f',
  '\ud800 \udfff \ufffe \uffff \u2028 \u2029 \u202e \u2066 \u200b \ufeff',

  '$' + '{7*7} {{7*7}} $(id) `id` %0d%0a %n',
].join(' ')

/** Long, without a place to break. */
const LONG = 'x'.repeat(300_000)

function spoil(exchange: Exchange, index: number): Exchange {
  const json = JSON.stringify({ [HOSTILE]: HOSTILE, constructor: 1, nested: [[[HOSTILE]]] })
  const bodies = [
    json,
    HOSTILE,
    `${HOSTILE}${LONG}`,
    `{"a":${'['.repeat(2_000)}`,
    '{"a": 1',
    'null',
    '"x"',
    '',
  ]
  return {
    ...exchange,
    caller: HOSTILE,
    purpose: HOSTILE,
    request: {
      method: 'POST',
      url: `http://127.0.0.1:9/${HOSTILE}`,
      headers: { 'x-api-key': '$API_KEY', 'x-odd': HOSTILE },
      body: HOSTILE,
    },
    response: {
      status: 200,
      headers: [
        ['content-type', HOSTILE],
        [HOSTILE, HOSTILE],
      ],
      body: { ...recorded(bodies[index % bodies.length] ?? '', 400_000), invalidUtf8: index % 2 === 0 },
    },
  }
}

/** The failing sample, everything that may quote the target replaced by hostile text. */
export function hostileReport(): Report {
  const report = failingReport()
  return {
    ...report,
    message: HOSTILE,
    target: { baseUrl: `http://127.0.0.1:9/${HOSTILE}`, embedded: false },
    requirements: report.requirements.map((one) => ({
      ...one,
      ...(one.reason === undefined ? {} : { reason: `${HOSTILE}${LONG.slice(0, 20_000)}` }),
      deviations: one.deviations.map((deviation) => ({
        ...deviation,
        expected: HOSTILE,
        actual: `${HOSTILE}${LONG.slice(0, 20_000)}`,
        pointer: `/${HOSTILE.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      })),
    })),
    exchanges: report.exchanges.map(spoil),
    leftovers: [{ contract: 'v3', email: HOSTILE, id: HOSTILE, reason: HOSTILE }],
  }
}
