/** What a check needs is settled before it runs. */
import { describe, expect, test } from 'vitest'
import type { PublicTier } from '../model/contract.ts'
import { NotOffered } from '../model/outcome.ts'
import { type SourcePage, statementsOf } from '../model/statement.ts'
import { judge } from '../runner/worker/judge.ts'
import { bindChecks, checksOf, needsOf, type SuiteContext } from './bind.ts'
import { operation, type Page, shown, stated, suiteLanguage } from './declaration.ts'
import { Inspections } from './inspections.ts'
import type { Instrument, InstrumentState } from './instrument.ts'
import { anyOf, type Need, told } from './needs.ts'
import { witness } from './scope.ts'
import { withSources } from './sources.ts'

const { requirement, page } = suiteLanguage<SuiteContext>()
const LIST: Page = { contract: 'v3', operation: 'GET /v3/users', slug: 'list', title: 'v3: List users' }
const context: SuiteContext = {
  isSet: (variable) => variable === 'API_KEY',
  allows: (safety) => safety === 'disposable',
}

const declared = (needs: Need<SuiteContext>[]) =>
  page(LIST, [
    requirement('something', {
      must: 'Something holds.',
      source: shown('L-01'),
      about: 'shape',
      needs,
      check: () => witness('x1', 'status 200'),
    }),
  ])

async function judged(needs: Need<SuiteContext>[]) {
  const [only] = declared(needs)
  const check = bindChecks(declared(needs), context, new Inspections()).get('v3.list.something')
  if (only === undefined || check === undefined) throw new Error('nothing was declared')
  const { verdict, reason } = await judge(only.requirement, check.body)
  return { verdict, reason }
}

describe('a check', () => {
  test.each([[[]], [['API_KEY']], [['SAFETY=disposable']], [[anyOf('PROFILE_ID', 'API_KEY')]]] as const)(
    'runs where everything is given (%j)',
    async (needs) => {
      expect((await judged([...needs])).verdict).toBe('passed')
    },
  )

  test.each([
    ['PROFILE_ID', 'needs PROFILE_ID'],
    ['SAFETY=full', 'needs SAFETY=full'],
    [anyOf('PROFILE_ID', 'SELF_USER_ID'), 'needs PROFILE_ID or SELF_USER_ID'],
    [told('PROFILE_ID', 'PROFILE_ID with one admin'), 'needs PROFILE_ID'],
  ] as const)('is untested without what it needs (%j)', async (need, reason) => {
    expect(await judged(['API_KEY', need])).toEqual({ verdict: 'untested', reason })
  })
})

describe('an instrument', () => {
  const instrument = (state: InstrumentState, count = { controls: 0 }): Instrument<SuiteContext> => ({
    name: 'the profile',
    variable: 'PROFILE_ID',
    async control() {
      count.controls++
      return state
    },
  })

  test('that is proven is no hindrance', async () => {
    expect((await judged([instrument({ state: 'proven' })])).verdict).toBe('passed')
  })

  test.each(['unproven', 'contradicted'] as const)('that is %s leaves it inconclusive', async (state) => {
    expect(await judged([instrument({ state, reason: 'is answered with 404' })])).toEqual({
      verdict: 'inconclusive',
      reason: 'PROFILE_ID is answered with 404',
    })
  })

  test('is controlled once, and only where something before it is not missing', async () => {
    const count = { controls: 0 }
    const profile = instrument({ state: 'proven' }, count)
    const both = page(LIST, [
      ...['one', 'other'].map((slug) =>
        requirement(slug, {
          must: 'It holds.',
          source: shown('L-01'),
          about: 'shape',
          needs: [profile],
          check: () => undefined,
        }),
      ),
    ])
    for (const check of bindChecks(both, context, new Inspections()).values()) await check.body()
    expect(count.controls).toBe(1)
    await judged(['SAFETY=full', profile])
    expect(count.controls).toBe(1)
  })
})

describe('declarations', () => {
  test('give their requirements in the order of the catalogue, what is not named there last', () => {
    const parts = ['b', 'new', 'a'].map((slug) =>
      page(LIST, [
        requirement(slug, { should: 'It is.', source: shown('L-01'), about: 'shape', unobservable: 'why' }),
      ]),
    )
    const ids = operation(parts, 'a b').map(({ requirement: { id } }) => id)
    expect(ids).toEqual(['v3.list.a', 'v3.list.b', 'v3.list.new'])
    expect(checksOf(parts.flat())).toEqual([])
  })

  test('tell people what they need, instruments apart', () => {
    const profile: Instrument<SuiteContext> = {
      name: 'the profile',
      control: async () => ({ state: 'proven' }),
    }
    const [only] = declared(['API_KEY', told('PROFILE_ID', 'PROFILE_ID with one admin'), profile])
    expect(only && needsOf(only.declaration)).toEqual(['API_KEY', 'PROFILE_ID with one admin'])
  })
})

describe('a requirement of the public tier', () => {
  const PAGE: SourcePage = { name: 'public: headers', tier: 'public' }
  const statements = [
    ...statementsOf([['H-01', PAGE, 'stated', 'yes', 'There is a header.']], 'headers'),
    ...statementsOf([['U-01', PAGE, 'stated', 'yes', 'There is a PATCH.']], 'update'),
  ]
  const judgedUnder = async (cites: string, publicTier: PublicTier, check: () => void) => {
    const [only] = withSources(
      page(LIST, [
        requirement('more', { should: 'There is more.', source: stated(cites), about: 'shape', check }),
      ]),
      statements,
    )
    if (only === undefined) throw new Error('nothing was declared')
    const bound = bindChecks([only], context, new Inspections(), {}, publicTier).get('v3.list.more')
    const { verdict, reason } = await judge(only.requirement, () => bound?.body())
    return { verdict, reason }
  }
  const shows = () => witness('x1', 'status 200')
  const lacks = () => {
    throw new NotOffered('405 on PATCH')
  }

  test.each([
    ['H-01', 'passive'],
    ['H-01', 'auto'],
    ['H-01', ['headers']],
    ['U-01', 'auto'],
    ['U-01', ['update', 'me']],
  ] as const)('citing %s is judged under %j', async (cites, publicTier) => {
    expect((await judgedUnder(cites, publicTier, shows)).verdict).toBe('passed')
  })

  test.each([
    ['H-01', 'off', 'needs PUBLIC_TIER=passive or PUBLIC_TIER=headers'],
    ['H-01', ['update'], 'needs PUBLIC_TIER=passive or PUBLIC_TIER=headers'],
    ['U-01', 'off', 'needs PUBLIC_TIER=auto or PUBLIC_TIER=update'],
    ['U-01', 'passive', 'needs PUBLIC_TIER=auto or PUBLIC_TIER=update'],
    ['U-01', ['headers'], 'needs PUBLIC_TIER=auto or PUBLIC_TIER=update'],
  ] as const)('citing %s is untested under %j', async (cites, publicTier, reason) => {
    expect(await judgedUnder(cites, publicTier, shows)).toEqual({ verdict: 'untested', reason })
  })

  test('is untested where the target does not offer it, and failed where its group was named', async () => {
    expect(await judgedUnder('U-01', 'auto', lacks)).toEqual({
      verdict: 'untested',
      reason: 'the target does not offer it: 405 on PATCH; with PUBLIC_TIER=update that is a failure',
    })
    expect((await judgedUnder('H-01', 'passive', lacks)).verdict).toBe('untested')
    expect(await judgedUnder('U-01', ['update'], lacks)).toEqual({
      verdict: 'failed',
      reason: 'expected that the target offers it, because its group was named, got 405 on PATCH',
    })
  })
})
