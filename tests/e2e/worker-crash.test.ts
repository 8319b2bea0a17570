/** A worker that ends in the middle of a run: the report is whole, and nobody is left behind. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { command } from './command.ts'
import { residents, strangers } from './kills.ts'

const CRASHING = fileURLToPath(new URL('entries/crashing.mjs', import.meta.url))

test.each([
  ['memory', [], /the worker ran out of memory/],
  ['exits', [], /the worker ended before its time/],
  // What was found until then is in the report, and is no reason for another code.
  ['exits', ['v3-list-text-html'], /the worker ended before its time/],
])('%s on a target with faults %j', async (CRASH, faults, message) => {
  const reference = await startReference({ faults })
  const others = residents(reference)
  const { code, stdout, stderr, report, folder } = await command(['run'], {
    ...reference.environment,
    SAFETY: 'full',
    CRASH,
    // By then users of both contracts are there, and nobody was removed yet.
    CRASH_AT: '60',
    NODE_OPTIONS: `--import ${CRASHING} --max-old-space-size=200`,
  })
  expect(code).toBe(2)
  expect(stderr.replace(/^\d+ of \d+ judged.*\n/gm, '')).toBe('')
  expect(stdout).not.toContain('unexpected error')
  expect(report()).toMatchObject({ broke: true, leftovers: [], gate: { passed: false, exitCode: 2 } })
  expect(report().message).toMatch(message)
  expect(report().requirements.map(({ id }) => id)).toEqual(catalogueOf(['v3', 'v1']).map(({ id }) => id))
  const removed = reference.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
  expect(removed.some((path) => path.startsWith('/v3/'))).toBe(true)
  expect(removed.some((path) => path.startsWith('/api/v1/'))).toBe(true)
  expect(strangers(reference)).toEqual([])
  expect(residents(reference)).toBe(others)
  expect(readdirSync(join(folder, 'reports/journal'))).toEqual([])
  await reference.close()
})
