/** Server errors that a repetition overcame stay visible: one is a warning, a second one a violation, 503 is told. */
import { afterEach, expect, test } from 'vitest'
import type { Verdict } from '../../model/contract.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { judged } from './targets/judged.ts'
import { type Passing, spoiling } from './targets/proxy.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const OTHERS = /\.no-server-error$/
const LISTED = 'GET /api/v1/users'

/** Which reads of the list fail, counted from 1; each of them is answered when it is asked for again. */
async function judgedWith(status: number, failing: readonly number[]) {
  const reference: Reference = await startReference()
  let lists = 0
  const busy: Passing = { status, headers: {}, body: Buffer.from('not now') }
  const target = await spoiling(reference.url, ({ method, url = '' }, answer) => {
    if (method !== 'GET' || !/^\/api\/v1\/users(\?|$)/.test(url)) return answer
    return failing.includes(++lists) ? busy : answer
  })
  open.push(target, reference)
  const environment = { ...reference.environment, BASE_URL: target.url, CONTRACTS: 'v1', SAFETY: 'full' }
  const { target: report } = await judged({ target: environment })
  const of = (verdict: Verdict): string[] =>
    report?.requirements.flatMap((one) => (one.verdict === verdict ? [one.id] : [])) ?? []
  const attempts = report?.exchanges.flatMap(({ operation, earlierAttempts }) =>
    operation === LISTED ? (earlierAttempts ?? []) : [],
  )
  return { failed: of('failed'), warned: of('warning'), attempts, verdict: report?.verdict }
}

test.each([500, 502, 504])('one answer of %i that was overcome is a warning', async (status) => {
  const { failed, warned, attempts, verdict } = await judgedWith(status, [8])
  expect([failed, warned, verdict]).toEqual([[], ['v1.list.no-server-error'], 'conformant'])
  expect(attempts).toMatchObject([{ status }])
})

test.each([500, 502, 504])('two of %i are a violation, and nothing else is charged', async (status) => {
  const { failed, warned, verdict } = await judgedWith(status, [2, 30])
  expect([failed, verdict]).toEqual([['v1.list.no-server-error'], 'nonconformant'])
  expect(warned.filter((id) => !OTHERS.test(id))).toEqual([])
})

test('answers of 503 are told, and are no warning', async () => {
  const { failed, warned, attempts, verdict } = await judgedWith(503, [2, 30])
  expect([failed, warned, verdict]).toEqual([[], [], 'conformant'])
  expect(attempts).toMatchObject([{ status: 503 }, { status: 503 }])
})
