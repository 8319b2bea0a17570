/** Everything that targets do on the wire to those who ask them, with what a run says of each. */
import type { HostileTarget } from './servers.ts'
import { always, bomb, endless, http, raw, SPEECH, tls, trickle } from './servers.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** A target that gives no contract anything to judge. */
export interface HostileRow {
  name: string
  /** @param elsewhere URL of another origin, for those who redirect */
  start: (elsewhere: string) => Promise<HostileTarget>
  /** What the run says, in one line. */
  message: RegExp
}

const row = (name: string, start: HostileRow['start'], message: RegExp): HostileRow => ({
  name,
  start,
  message,
})

/** What the run says of something that answers, but not as either contract does. */
const STRANGER = /not the v[13] users API/

export const HOSTILE: HostileRow[] = [
  row('never answers', raw(SPEECH.nothing), /no (complete )?answer (came in time|within \d+ ms)/),
  row(
    'headers, then silence',
    raw(SPEECH.headersOnly),
    /no complete answer within 1000 ms|did not end in time/,
  ),
  row('one byte now and then', trickle, /no complete answer within 1000 ms/),
  row('an endless body', endless, /longer than 1000000 bytes \(MAX_BODY_BYTES\)/),
  row('a decompression bomb', bomb(), /decompressed body is longer than 1000000 bytes/),
  row('a truncated body', raw(SPEECH.truncated), /not as long as Content-Length says|closed before/),
  row('more body than announced', raw(SPEECH.tooLong), /not the v[13] users API|not valid HTTP/),
  row('invalid UTF-8', always(200, JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22])), STRANGER),
  row('100,000 brackets', always(200, JSON_TYPE, '['.repeat(100_000)), STRANGER),
  row(
    '100,000 brackets that are closed',
    always(200, JSON_TYPE, '['.repeat(100_000) + ']'.repeat(100_000)),
    /nested deeper than 512 levels \(MAX_DEPTH\)/,
  ),
  row('a megabyte of headers', raw(SPEECH.hugeHeaders), /headers are larger than allowed/),
  row(
    'a reset in the middle of the body',
    raw(SPEECH.reset),
    /(reset|closed) before the answer was complete/,
  ),
  row('closes at once', raw(SPEECH.closed), /closed before the answer was complete/),
  row('does not speak HTTP', raw(SPEECH.noHttp), /no HTTP server \(it says "SSH-2.0-OpenSSH_9.6"\)/),
  row(
    'redirects to another origin',
    (elsewhere) => always(307, { location: `${elsewhere}/v3/users` })(),
    /a redirect, which is not followed/,
  ),
  row(
    'redirects to itself',
    http((request, response) => response.writeHead(302, { location: request.url }).end()),
    /a redirect, which is not followed/,
  ),
  row('429 for ever', always(429, {}), /still answered 429 after \d+ attempt/),
  row(
    '429 for ever, come back now',
    always(429, { 'retry-after': '0' }),
    /still answered 429 after \d+ attempts/,
  ),
  row(
    '429, come back tomorrow',
    always(429, { 'retry-after': '86400' }),
    /still answered 429 after 1 attempt; it asks for a wait of 86400 s, which is longer than MAX_WAIT_MS$/,
  ),
  row('503 for ever', always(503, { 'retry-after': '0' }), /still answered 503 after \d+ attempts/),
  row('503 for ever, without a word when', always(503, {}), /still answered 503 after \d+ attempts/),
  row(
    'HTML and 500',
    always(500, { 'content-type': 'text/html' }, '<h1>Oops</h1>'),
    /status 500 and text\/html/,
  ),
  row(
    'an expired certificate',
    tls('expired', () => undefined),
    /certificate/,
  ),
  row(
    'a certificate for another name',
    tls('other', () => undefined),
    /certificate/,
  ),
]
