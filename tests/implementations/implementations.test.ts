/** Whoever implements the documents in the natural idiom of a framework is conformant; a regression of theirs is caught. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { command } from '../e2e/command.ts'
import { started } from './started.ts'

const BUILT = fileURLToPath(new URL('./dist', import.meta.url))

/** What each regression violates, of what is listed first. */
const IMPLEMENTATIONS = [
  { name: 'v1-fastify', violates: 'v1.delete.forbidden-403' },
  { name: 'v1-nest', violates: 'v1.delete.gone-from-get' },
  { name: 'v3-hono', violates: 'v3.remove.sandbox-no-effect' },
]

/** A run against the implementation with these switches. */
async function judged(name: string, switches: string[]) {
  const target = await started(name, switches)
  try {
    const run = await command(['run'], { ...target.environment, SAFETY: 'full' })
    const { verdict, requirements, leftovers } = run.report()
    const failed = requirements.filter((one) => one.verdict === 'failed')
    return {
      code: run.code,
      verdict,
      failed: failed.map(({ id, reason }) => `${id}: ${reason}`),
      leftovers,
    }
  } finally {
    await target.stop()
  }
}

// Their dependencies are no part of the suite's: "npm test" installs them, and says so where it cannot.
describe.skipIf(!existsSync(BUILT))('an independent implementation', () => {
  test.each(IMPLEMENTATIONS)('$name is conformant', async ({ name }) => {
    const { code, verdict, failed, leftovers } = await judged(name, [])
    expect({ code, verdict, failed, leftovers }).toEqual({
      code: 0,
      verdict: 'conformant',
      failed: [],
      leftovers: [],
    })
  })

  test.each(IMPLEMENTATIONS)('a regression of $name is caught', async ({ name, violates }) => {
    const { code, failed } = await judged(name, ['regression'])
    expect(code).toBe(1)
    expect(failed.map((line) => line.split(':')[0])).toContain(violates)
  })
})
