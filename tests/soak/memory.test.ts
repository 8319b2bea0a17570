/**
 * An honest target fills its answers up to the usual limits, or turns hostile while eight requests are under way:
 * the run stays within its memory and its time, its report is whole, and nobody is left.
 */
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { strangers } from '../e2e/kills.ts'
import { measured } from '../e2e/peak.ts'
import { ENDLESS, FILLERS, padded, turning, whole } from '../e2e/targets/fat.ts'
import { bombOf, type HostileTarget } from '../e2e/targets/servers.ts'

/** What Node.js gives the heap on a machine of 8 GB, in megabytes; with more it takes its time to collect garbage. */
const HEAP_MB = 2_048

/** The heap, half full of answers that are kept and parsed; and 512 MB of bodies under way, 8 of 64 MB. */
const MOST_MB = HEAP_MB + 512

const MB = 1024 * 1024
const GZIP = { 'content-encoding': 'gzip' }

const rows: [name: string, start: (url: string) => Promise<HostileTarget>][] = [
  ['every answer has 64 MB of text', (url) => padded(url, FILLERS.text)],
  ['every answer has 64 MB of brackets, 500 deep', (url) => padded(url, FILLERS.nested)],
  ['every answer has 8 MB of objects', (url) => padded(url, FILLERS.objects, 8 * MB)],
  ['bodies without end', (url) => turning(url, ENDLESS)],
  ['bombs of a gigabyte', (url) => turning(url, [bombOf(1_000_000_000)], GZIP)],
  ['64 MB of text instead of an answer', (url) => turning(url, whole(FILLERS.text))],
  ['20 MB of names that all differ', (url) => turning(url, whole(FILLERS.names, 20 * MB))],
]

test.each(rows)('%s', async (name, start) => {
  const reference = await startReference()
  const target = await start(reference.url)
  const run = await measured(
    { ...reference.environment, BASE_URL: target.url, SAFETY: 'full', RUN_TIMEOUT_MS: '60000' },
    { options: `--max-old-space-size=${HEAP_MB}`, timeoutMs: 280_000 },
  )
  const left = strangers(reference)
  await target.close()
  await reference.close()
  const { verdict, requirements, leftovers, run: told } = run.report()
  console.log(`${name}: ${run.peakMb} MB, ${Math.round(told.durationMs / 1000)} s, ${verdict}`)
  expect(requirements).toHaveLength(catalogueOf(['v3', 'v1']).length)
  const named = leftovers.map(({ email }) => email)
  expect(left.filter((email) => !named.includes(email))).toEqual([])
  expect(run.peakMb).toBeLessThan(MOST_MB)
})
