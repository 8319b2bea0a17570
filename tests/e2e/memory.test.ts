/** However much a target sends, a run takes little more memory than one against an honest target. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { strangers } from './kills.ts'
import { type Measured, measured } from './peak.ts'
import { FILLERS, padded } from './targets/fat.ts'
import { HOSTILE, type HostileRow } from './targets/hostile.ts'
import { always, bomb } from './targets/servers.ts'

/**
 * How much more than the honest run, in megabytes. With the usual limits two bodies of 64 MB are under way at a
 * time before a run gives up, each of them in pieces and in one, as bytes and as text; the rest is garbage.
 */
const MARGIN_MB = 700

const FROM_TABLE = ['an endless body', '100,000 brackets that are closed', 'a megabyte of headers']

const rows: Pick<HostileRow, 'name' | 'start'>[] = [
  ...HOSTILE.filter(({ name }) => FROM_TABLE.includes(name)),
  { name: 'a decompression bomb of a gigabyte', start: bomb(1_000_000_000) },
  {
    name: '60 MB of brackets',
    start: always(200, { 'content-type': 'application/json' }, '['.repeat(60_000_000)),
  },
]

let reference: Reference
let honest: Measured

beforeAll(async () => {
  reference = await startReference()
  honest = await measured({ ...reference.environment, SAFETY: 'full' })
}, 60_000)
afterAll(() => reference.close())

test.each(rows)('$name', async ({ start }) => {
  const target = await start('http://127.0.0.1:9')
  const { API_KEY = '', ACCESS_TOKEN = '' } = reference.environment
  const run = await measured({ BASE_URL: target.url, API_KEY, ACCESS_TOKEN, REQUEST_TIMEOUT_MS: '3000' })
  await target.close()
  expect(honest.code).toBe(0)
  expect(run.code).toBe(3)
  expect(run.report().requirements).toHaveLength(catalogueOf(['v3', 'v1']).length)
  expect(run.peakMb - honest.peakMb).toBeLessThan(MARGIN_MB)
})

test('answers that are kept are bounded together, and the clean-up still sees what it needs', async () => {
  const fat = await padded(reference.url, FILLERS.text, 2_000_000)
  const run = await measured({
    ...reference.environment,
    BASE_URL: fat.url,
    SAFETY: 'full',
    MAX_KEPT_BYTES: '40000000',
  })
  await fat.close()
  expect(run.code).toBe(3)
  const { requirements, leftovers } = run.report()
  expect(new Set(requirements.map(({ verdict }) => verdict))).toEqual(
    new Set(['passed', 'inconclusive', 'untested']),
  )
  expect(JSON.stringify(requirements)).toContain('(MAX_KEPT_BYTES)')
  expect(leftovers).toEqual([])
  expect(strangers(reference)).toEqual([])
  expect(run.peakMb - honest.peakMb).toBeLessThan(MARGIN_MB)
})
