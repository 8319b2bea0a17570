import { describe, expect, test } from 'vitest'
import type { Cause } from '../../language/causes.ts'
import { Causes } from './causes.ts'
import type { Judgement } from './judge.ts'

const judged = (id: string, verdict: Judgement['verdict'], reason?: string): Judgement => ({
  id,
  verdict,
  ...(reason === undefined ? {} : { reason }),
  deviations: [],
  evidence: ['x1'],
})

test('a violation that follows from another one is inconclusive and names it', async () => {
  const causes = new Causes()
  causes.expect('list')
  causes.expect('get', ['list'])
  const charged = causes.charged(judged('get', 'failed', 'another role'))
  causes.tell(judged('list', 'failed', 'no roles at all'))
  expect(await charged).toEqual({
    ...judged('get', 'inconclusive', 'it follows from list: no roles at all'),
    follows: 'list',
  })
})

test.each(['passed', 'inconclusive', 'untested'] as const)('what is %s causes nothing', async (verdict) => {
  const causes = new Causes()
  causes.expect('list')
  causes.expect('get', ['list'])
  causes.tell(judged('list', verdict))
  expect((await causes.charged(judged('get', 'failed', 'another role'))).verdict).toBe('failed')
})

describe('those that follow from each other', () => {
  /** What becomes of violations with these causes, in the order of the names. */
  const chargedAmong = async (follows: Record<string, string[]>): Promise<string[]> => {
    const causes = new Causes()
    const ids = Object.keys(follows)
    for (const id of ids) causes.expect(id, follows[id])
    for (const id of ids) causes.tell(judged(id, 'failed', 'why'))
    const all = await Promise.all(ids.map((id) => causes.charged(judged(id, 'failed', 'why'))))
    return all.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
  }

  test('leave one of them charged', async () => {
    expect(await chargedAmong({ get: ['list'], list: ['get'] })).toEqual(['get'])
    expect(await chargedAmong({ a: ['b'], b: ['c'], c: ['a'] })).toContain('a')
  })

  test('are all let off where they follow from a third one', async () => {
    expect(await chargedAmong({ get: ['invite', 'list'], invite: [], list: ['get'] })).toEqual(['invite'])
  })
})

describe('a cause under a condition', () => {
  const verdictWhere = async (cause: Cause, third: Judgement['verdict'] | undefined): Promise<string> => {
    const causes = new Causes()
    for (const id of ['list', ...(third ? ['get'] : [])]) causes.expect(id)
    causes.expect('invite', [cause])
    causes.tell(judged('list', 'failed', 'why'))
    if (third) causes.tell(judged('get', third))
    return (await causes.charged(judged('invite', 'failed', 'why'))).verdict
  }

  test.each([
    ['passed', 'inconclusive', 'failed'],
    ['failed', 'failed', 'inconclusive'],
    ['inconclusive', 'failed', 'inconclusive'],
    [undefined, 'failed', 'failed'],
  ] as const)('where the third is %s: given it %s, lacking it %s', async (third, given, lacking) => {
    expect(await verdictWhere({ of: 'list', given: 'get' }, third)).toBe(given)
    expect(await verdictWhere({ of: 'list', lacking: 'get' }, third)).toBe(lacking)
  })
})

test.each([
  [true, 'inconclusive'],
  [false, 'failed'],
] as const)('a cause that warns is violated where it is a wish (%s)', async (isWish, expected) => {
  const causes = new Causes()
  causes.expect('list', [], isWish)
  causes.expect('get', ['list'])
  causes.tell(judged('list', 'warning', 'late'))
  expect((await causes.charged(judged('get', 'failed', 'another role'))).verdict).toBe(expected)
})

test('a warning stays one', async () => {
  const causes = new Causes()
  for (const id of ['list', 'get']) causes.expect(id, id === 'get' ? ['list'] : [])
  causes.tell(judged('list', 'failed', 'why'))
  expect((await causes.charged(judged('get', 'warning', 'why'))).verdict).toBe('warning')
})

test('what the run does not judge says nothing', async () => {
  const causes = new Causes()
  causes.expect('get', ['list'])
  expect((await causes.charged(judged('get', 'failed', 'why'))).verdict).toBe('failed')
})
