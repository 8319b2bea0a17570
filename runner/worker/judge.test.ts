import { AssertionError } from 'node:assert'
import { describe, expect, test } from 'vitest'
import { cite, deviate, mayLapse, tried, witness } from '../../language/scope.ts'
import type { Level, Requirement } from '../../model/contract.ts'
import { Inconclusive, Untested } from '../../model/outcome.ts'
import { judge } from './judge.ts'

const requirement = (level: Level = 'must'): Requirement => ({
  id: 'v3.list.something',
  contract: 'v3',
  operation: 'GET /v3/users',
  level,
  title: 'Something holds.',
  source: { page: 'v3: List users', kind: 'stated', statements: [] },
})
const violation = { level: 'must', expected: 'a', actual: 'b', exchange: 'x1' } as const
const blemish = { level: 'should', expected: 'c', actual: 'd', exchange: 'x2' } as const

describe('a check comes to', () => {
  test('passed, when it has a witness and nothing deviates', async () => {
    const judgement = await judge(requirement(), () => witness('x1', 'status 200'))
    expect(judgement).toEqual({
      id: 'v3.list.something',
      verdict: 'passed',
      deviations: [],
      evidence: ['x1'],
      witnesses: [{ exchange: 'x1', seen: 'status 200' }],
    })
  })

  test('inconclusive, when it looked at exchanges that show nothing of what is promised', async () => {
    const { verdict, reason, evidence } = await judge(requirement(), () => cite('x1'))
    expect({ verdict, evidence }).toEqual({ verdict: 'inconclusive', evidence: ['x1'] })
    expect(reason).toContain('no exchange is its witness')
  })

  test('inconclusive, when a core form was not tried, and tells the others by name', async () => {
    const cells = { core: ['by the admin', 'by nobody'], further: { 'by billing': 'BILLING_API_KEY' } }
    const judged = (forms: string[]) =>
      judge(
        requirement(),
        () => {
          witness('x1', 'status 200')
          for (const form of forms) tried(form)
        },
        undefined,
        cells,
      )
    expect(await judged(['by the admin'])).toMatchObject({
      verdict: 'inconclusive',
      reason: 'it was not tried in this form: by nobody',
    })
    expect(await judged(['by the admin', 'by nobody'])).toMatchObject({
      verdict: 'passed',
      forms: { tried: 2, of: 3, left: [{ form: 'by billing', unlockedBy: 'BILLING_API_KEY' }] },
    })
  })

  test('inconclusive, when an instrument has lapsed, which explains every violation', async () => {
    const sign = { caller: 'admin', method: 'DELETE', status: 403 }
    const judged = (...found: Parameters<typeof deviate>[0][]) =>
      judge(requirement(), () => {
        mayLapse('API_KEY', async ({ status }) => (status === 403 ? 'was taken away' : undefined))
        for (const one of found) deviate(one)
      })
    expect(await judged({ ...violation, sign })).toMatchObject({
      verdict: 'inconclusive',
      reason: 'API_KEY was taken away',
      deviations: [],
    })
    expect((await judged({ ...violation, sign }, violation)).verdict).toBe('failed')
    expect((await judged({ ...violation, sign: { ...sign, status: 204 } })).verdict).toBe('failed')
  })

  test('inconclusive, when it looked at nothing', async () => {
    const { verdict, reason } = await judge(requirement(), () => undefined)
    expect(verdict).toBe('inconclusive')
    expect(reason).toContain('no exchange')
  })

  test('failed for a must that is violated, and says how', async () => {
    const judgement = await judge(requirement(), () => deviate({ ...violation, pointer: '/data' }))
    expect(judgement).toMatchObject({
      verdict: 'failed',
      reason: 'expected a at /data, got b',
      evidence: ['x1'],
    })
  })

  test('failed with the whole body named where that is at fault', async () => {
    const { reason } = await judge(requirement(), () => deviate({ ...violation, pointer: '' }))
    expect(reason).toBe('expected a at the whole body, got b')
  })

  test('warning for a should that is violated', async () => {
    expect((await judge(requirement('should'), () => deviate(violation))).verdict).toBe('warning')
  })

  test('warning for a must that deviates softly', async () => {
    expect((await judge(requirement(), () => deviate(blemish))).verdict).toBe('warning')
  })

  test('failed, however many soft deviations come first', async () => {
    const judgement = await judge(requirement(), () => {
      deviate(blemish)
      deviate(violation)
    })
    expect(judgement).toMatchObject({ verdict: 'failed', reason: 'expected a, got b' })
    expect(judgement.deviations).toHaveLength(2)
  })

  test('untested, when something is missing', async () => {
    const judgement = await judge(requirement(), () => {
      cite('x1')
      throw new Untested('needs PROFILE_ID')
    })
    expect(judgement).toMatchObject({ verdict: 'untested', reason: 'needs PROFILE_ID', evidence: ['x1'] })
  })

  test('inconclusive, when the target kept it from being judged', async () => {
    const judgement = await judge(requirement(), async () => {
      throw new Inconclusive('still answered 503')
    })
    expect(judgement).toMatchObject({ verdict: 'inconclusive', reason: 'still answered 503' })
  })

  test('inconclusive rather than a warning, when a soft deviation is all that was seen in time', async () => {
    const judgement = await judge(requirement(), () => {
      deviate(blemish)
      throw new Inconclusive('timeout')
    })
    expect(judgement.verdict).toBe('inconclusive')
    expect(judgement.deviations).toHaveLength(1)
  })

  test.each([new Untested('needs X'), new Inconclusive('timeout'), new TypeError('slip')])(
    'failed for a proven violation, whatever comes after it (%s)',
    async (error) => {
      const judgement = await judge(requirement(), () => {
        deviate(violation)
        throw error
      })
      expect(judgement).toMatchObject({ verdict: 'failed', reason: 'expected a, got b' })
    },
  )

  test('inconclusive, when the check itself is broken', async () => {
    const judgement = await judge(requirement(), () => {
      throw new TypeError('slip')
    })
    expect(judgement).toMatchObject({
      verdict: 'inconclusive',
      reason: 'the check itself failed: TypeError: slip',
      deviations: [],
    })
  })

  test('failed for an assertion that recorded nothing itself', async () => {
    const judgement = await judge(requirement(), () => {
      throw new AssertionError({ message: '1 is not 2' })
    })
    expect(judgement.verdict).toBe('failed')
    expect(judgement.deviations).toEqual([
      { level: 'must', expected: 'Something holds.', actual: '1 is not 2' },
    ])
  })

  test('one deviation for an assertion of a matcher that recorded it', async () => {
    const judgement = await judge(requirement(), () => {
      deviate(violation)
      throw new AssertionError({ message: 'failed' })
    })
    expect(judgement.deviations).toEqual([violation])
  })
})

test('secrets are taken out of everything that quotes the target', async () => {
  const mask = (text: string) => text.replaceAll('s3cret', '***')
  const judgement = await judge(
    requirement(),
    () => deviate({ level: 'must', expected: 'no s3cret', actual: 's3cret', pointer: '/s3cret' }),
    mask,
  )
  expect(JSON.stringify(judgement)).not.toContain('s3cret')
  const untested = await judge(
    requirement(),
    () => {
      throw new Untested('needs s3cret')
    },
    mask,
  )
  expect(untested.reason).toBe('needs ***')
})

test('checks that run side by side keep their evidence apart', async () => {
  let release = (): void => undefined
  const both = new Promise<void>((resolve) => {
    release = resolve
  })
  const first = judge(requirement(), async () => {
    cite('x1')
    await both
    cite('x2')
  })
  const second = judge(requirement(), async () => {
    cite('x3')
    release()
    await both
    deviate(blemish)
  })
  expect((await first).evidence).toEqual(['x1', 'x2'])
  expect(await second).toMatchObject({ evidence: ['x3', 'x2'], verdict: 'warning' })
})
