/** Whoever implements the documents in the natural idiom of a framework is conformant; a regression of theirs is caught. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { command } from '../e2e/command.ts'
import { started } from './started.ts'

const BUILT = fileURLToPath(new URL('./dist', import.meta.url))

/** Postgres in WebAssembly takes its time on a machine that does other things, too. */
const RUN_MS = 200_000

/** What each regression violates, of what is listed first. */
const IMPLEMENTATIONS = [
  { name: 'v1-fastify', violates: 'v1.delete.forbidden-403' },
  { name: 'v1-nest', violates: 'v1.delete.gone-from-get' },
  { name: 'v3-hono', violates: 'v3.remove.sandbox-no-effect' },
]

/** Choices that the documents leave, several at once where they do not hide each other. */
const FREEDOMS = [
  { name: 'v1-fastify', switches: ['422', 'page-limit', 'letters-names', 'newest-first'] },
  { name: 'v1-fastify', switches: ['html-errors', 'ascii-names', 'normalised-names', 'short-ids'] },
  { name: 'v1-fastify', switches: ['short-names', 'empty'] },
  { name: 'v1-nest', switches: ['numbers-as-text', 'strict-members', 'newest-first'] },
  { name: 'v3-hono', switches: ['422', 'short-names', 'letters-names', 'pages'] },
  {
    name: 'v3-hono',
    switches: ['html-errors', 'ascii-names', 'newest-first', 'inherited'],
  },
]

/** A run against the implementation with these switches. */
async function judged(name: string, switches: string[]) {
  const target = await started(name, switches)
  try {
    const run = await command(['run'], { ...target.environment, SAFETY: 'full' }, RUN_MS)
    const { verdict, requirements, leftovers } = run.report()
    const reasons = requirements.flatMap(({ reason }) => reason ?? [])
    const failed = requirements.filter((one) => one.verdict === 'failed')
    return {
      code: run.code,
      verdict,
      failed: failed.map(({ id, reason }) => `${id}: ${reason}`),
      leftovers,
      reasons,
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

  test.each(FREEDOMS)('$name may choose $switches', async ({ name, switches }) => {
    const { code, verdict, failed } = await judged(name, switches)
    expect({ code, verdict, failed }).toEqual({ code: 0, verdict: 'conformant', failed: [] })
  })

  test.each(['v1-fastify', 'v3-hono'])('%s may refuse addresses for their domain', async (name) => {
    const { code, failed, reasons } = await judged(name, ['no-example-domain'])
    expect({ code, failed }).toEqual({ code: 3, failed: [] })
    expect(reasons.join()).toContain('set EMAIL_DOMAIN')
  })

  test.each(IMPLEMENTATIONS)('a regression of $name is caught', async ({ name, violates }) => {
    const { code, failed } = await judged(name, ['regression'])
    expect(code).toBe(1)
    expect(failed.map((line) => line.split(':')[0])).toContain(violates)
  })
})
