/** Whom the public tier touches: nobody by default, nobody who does not offer it, and nobody whom an account contradicts. */
import { describe, expect, test } from 'vitest'
import { outcomeIn } from '../../helpers/testing/needs-test.ts'
import { startReference } from '../../reference/index.ts'
import { v3 } from './index.ts'

/** Judges a reference in a variant, and tells what it was asked. */
async function judged(variant: string | undefined, publicTier: string) {
  const reference = await startReference(variant === undefined ? {} : { variant })
  try {
    const environment = { ...reference.environment, SAFETY: 'full', PUBLIC_TIER: publicTier }
    const { results } = await outcomeIn(v3, environment)
    const of = (slug: string) => results.filter(({ id }) => id.startsWith(`v3.${slug}.`))
    const asked = (method: string, path = '') =>
      reference.requests.filter((one) => one.method === method && one.path.includes(path)).length
    const keyed = () => reference.requests.filter(({ headers }) => 'idempotency-key' in headers).length
    return { results, of, asked, keyed, self: reference.environment.SELF_USER_ID ?? '' }
  } finally {
    await reference.close()
  }
}

const isBad = ({ verdict }: { verdict: string }) => verdict === 'failed' || verdict === 'warning'

describe('the public tier', () => {
  test.each(['off', 'passive'])('asks for nothing under %s', async (tier) => {
    const { asked, keyed, of } = await judged(undefined, tier)
    expect([asked('PATCH'), asked('GET', '/v3/me'), keyed()]).toEqual([0, 0, 0])
    expect(of('update').filter(({ verdict }) => verdict !== 'untested')).toEqual([])
  })

  test.each([
    ['v3-no-patch-405', 2],
    ['v3-no-patch-404', 2],
    ['v3-no-patch-501', 2],
    ['v3-no-patch-405-envelope', 2],
    ['v3-no-patch-gateway-403', 2],
    // Whether nothing happens takes a change in earnest.
    ['v3-no-patch-200', 3],
    ['v3-no-patch-page', 3],
    // The profile's own user may not have been found there.
    ['v3-no-patch-404-envelope', 3],
  ])('leaves a target alone that is %s, after %i changes at most', async (variant, most) => {
    const { asked, of, results } = await judged(variant, 'auto')
    expect(asked('PATCH')).toBeLessThanOrEqual(most)
    expect(of('update').filter(({ verdict }) => verdict !== 'untested')).toEqual([])
    expect(results.filter(isBad).filter(({ id }) => !id.startsWith('v3.list.rate'))).toEqual([])
  })

  test.each(['v3-no-me-404', 'v3-no-me-page', 'v3-no-me-302'])(
    'asks a target once that is %s',
    async (variant) => {
      const { asked, of } = await judged(variant, 'auto')
      expect(asked('GET', '/v3/me')).toBe(1)
      expect(of('me').filter(({ verdict }) => verdict !== 'untested')).toEqual([])
    },
  )

  test('repeats one invitation, and tries nothing more with keys that a target does not know', async () => {
    const usual = await judged('v3-no-patch-405', 'passive')
    const { asked, of } = await judged('v3-unknown-headers-400', 'auto')
    // The one that was refused under a key.
    expect(asked('POST')).toBe(usual.asked('POST') + 1)
    const replays = of('invite').filter(({ id }) => id.includes('replay'))
    expect(replays.map(({ verdict }) => verdict)).toEqual(replays.map(() => 'untested'))
    const ignoring = await judged('v3-no-replays', 'auto')
    expect(ignoring.asked('POST')).toBe(usual.asked('POST') + 1)
  })

  test('takes a missing operation for a failure where it was named', async () => {
    const { results, of } = await judged('v3-no-patch-405', 'update')
    const tried = of('update').filter(({ verdict }) => verdict !== 'untested')
    expect(tried.length).toBeGreaterThan(40)
    expect(tried.filter(({ verdict }) => verdict !== 'failed')).toEqual([])
    expect(results.filter(isBad).filter(({ id }) => !id.startsWith('v3.update.'))).toEqual([])
  })

  test('stops before the last rung where the account of the key names another user', async () => {
    const { asked, self, results } = await judged('v3-me-contact-colleague', 'auto')
    expect(results.filter(isBad).filter(({ id }) => !id.startsWith('v3.list.rate'))).toEqual([])
    expect([asked('DELETE', self), asked('PATCH', self)]).toEqual([1, 1])
  })
})
