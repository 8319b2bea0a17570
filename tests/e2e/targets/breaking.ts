/** Ways in which an honest target breaks while it is judged, and what a run makes of each. */
import type { IncomingMessage } from 'node:http'
import type { Contract } from '../../../model/contract.ts'
import type { Passing } from './proxy.ts'

/** What becomes of one answer. */
type Fate = Passing | 'reset' | 'silence'

export interface Break {
  name: string
  /** @param count number of the request within the run, from 1 on */
  spoil: (request: IncomingMessage, answer: Passing, count: number, elsewhere: string) => Fate
  limits?: Record<string, string>
  verdict: 'nonconformant' | 'inconclusive'
  /** A requirement that fails; absent: none does. */
  fails?: Record<Contract, string>
  message?: RegExp
  /** Whom the run leaves: nobody; nobody, though it cannot be sure of that; or users, whom it names. */
  leaves: 'nobody' | 'doubts' | 'users'
}

/** After so many requests, users of the run are there and others are still to come. */
const SOME = 30

const readsOne = ({ method, url = '' }: IncomingMessage, { status }: Passing): boolean =>
  method === 'GET' && /\/users\/[^/?]+$/.test(url) && status === 200

const isList = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'GET' && /\/users(?:\?|$)/.test(url)

/** The answer to the reading of one user is replaced. */
const ofOne =
  (change: (answer: Passing) => Fate): Break['spoil'] =>
  (request, answer) =>
    readsOne(request, answer) ? change(answer) : answer

/** A further member, which documents allow, in a body that is an object. */
const withMember = ({ body }: Passing, ...value: string[]): Buffer =>
  Buffer.from(`${body.toString().replace(/}\s*$/, '')},"further":${value.join('')}}`)

/** From some request on, nothing but this comes back. */
const later =
  (change: (answer: Passing) => Fate): Break['spoil'] =>
  (_request, answer, count) =>
    count < SOME ? answer : change(answer)

const MALFORMED = { v3: 'v3.get.envelope', v1: 'v1.get.shape' }
const HTML = { 'content-type': 'text/html' }
const busy =
  (status: number, after: Record<string, string> = {}) =>
  (): Passing => ({
    status,
    headers: after,
    body: Buffer.from(''),
  })

export const BREAKS: Break[] = [
  {
    name: 'one user is no text',
    spoil: ofOne((answer) => ({ ...answer, body: Buffer.from([0x7b, 0xff, 0x7d]) })),
    verdict: 'nonconformant',
    fails: MALFORMED,
    leaves: 'nobody',
  },
  {
    name: 'one user is 100,000 brackets',
    spoil: ofOne((answer) => ({ ...answer, body: Buffer.from('['.repeat(100_000)) })),
    verdict: 'nonconformant',
    fails: MALFORMED,
    leaves: 'nobody',
  },
  {
    name: 'one user holds 100,000 brackets',
    spoil: ofOne((answer) => ({
      ...answer,
      body: withMember(answer, '['.repeat(100_000), ']'.repeat(100_000)),
    })),
    verdict: 'inconclusive',
    leaves: 'nobody',
  },
  {
    name: 'one user is cut in the middle',
    spoil: ofOne((answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) })),
    verdict: 'nonconformant',
    fails: MALFORMED,
    leaves: 'nobody',
  },
  {
    name: 'one user is longer than MAX_BODY_BYTES',
    spoil: ofOne((answer) => ({ ...answer, body: Buffer.alloc(1_000_001, 0x20) })),
    verdict: 'inconclusive',
    leaves: 'nobody',
  },
  {
    name: 'one user stands at another origin',
    spoil: (request, answer, _count, elsewhere) =>
      readsOne(request, answer) ? { ...answer, status: 307, headers: { location: elsewhere } } : answer,
    verdict: 'nonconformant',
    fails: { v3: 'v3.get.success-status', v1: 'v1.get.no-server-error' },
    leaves: 'nobody',
  },
  {
    name: 'changes are sent on to another origin',
    spoil: ({ method }, answer, _count, elsewhere) =>
      method === 'GET' ? answer : { ...answer, status: 308, headers: { location: elsewhere } },
    verdict: 'nonconformant',
    fails: { v3: 'v3.invite.success-status', v1: 'v1.create.status-201' },
    leaves: 'users',
  },
  {
    name: 'silence from some point on',
    spoil: later(() => 'silence'),
    limits: { REQUEST_TIMEOUT_MS: '2500', RUN_TIMEOUT_MS: '2000' },
    verdict: 'inconclusive',
    message: /RUN_TIMEOUT_MS/,
    leaves: 'users',
  },
  {
    name: 'resets from some point on',
    spoil: later(() => 'reset'),
    verdict: 'inconclusive',
    leaves: 'users',
  },
  {
    name: '503 from some point on',
    spoil: later(busy(503, { 'retry-after': '0' })),
    verdict: 'inconclusive',
    leaves: 'users',
  },
  {
    name: '429 and come back tomorrow, from some point on',
    spoil: later(busy(429, { 'retry-after': '86400' })),
    verdict: 'inconclusive',
    leaves: 'users',
  },
  {
    name: 'lists are HTML and 500 from some point on',
    spoil: (request, answer, count) =>
      count < SOME || !isList(request)
        ? answer
        : { ...answer, status: 500, headers: HTML, body: Buffer.from('<h1>Oops</h1>') },
    verdict: 'nonconformant',
    fails: { v3: 'v3.list.no-server-error', v1: 'v1.list.no-server-error' },
    leaves: 'doubts',
  },
  {
    name: 'HTML and 500 from some point on',
    spoil: later((answer) => ({ ...answer, status: 500, headers: HTML, body: Buffer.from('<h1>Oops</h1>') })),
    verdict: 'nonconformant',
    fails: { v3: 'v3.list.no-server-error', v1: 'v1.list.no-server-error' },
    leaves: 'users',
  },
]
