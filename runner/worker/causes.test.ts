import { expect, test } from 'vitest'
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
  const charged = causes.charged(judged('get', 'failed', 'another role'), ['list'])
  causes.tell(judged('list', 'failed', 'no roles at all'))
  expect(await charged).toEqual({
    ...judged('get', 'inconclusive', 'it follows from list: no roles at all'),
    follows: 'list',
  })
})

test.each(['passed', 'inconclusive', 'untested'] as const)('what is %s causes nothing', async (verdict) => {
  const causes = new Causes()
  causes.expect('list')
  causes.tell(judged('list', verdict))
  expect((await causes.charged(judged('get', 'failed', 'another role'), ['list'])).verdict).toBe('failed')
})

test('two that follow from each other are not waited for without end', async () => {
  const causes = new Causes()
  for (const id of ['list', 'get']) causes.expect(id)
  for (const id of ['list', 'get']) causes.tell(judged(id, 'failed', 'why'))
  const both = [
    causes.charged(judged('list', 'failed', 'why'), ['get']),
    causes.charged(judged('get', 'failed', 'why'), ['list']),
  ]
  expect((await Promise.all(both)).map(({ verdict }) => verdict)).toEqual(['inconclusive', 'inconclusive'])
})

test('what the run does not judge says nothing', async () => {
  const causes = new Causes()
  expect((await causes.charged(judged('get', 'failed', 'why'), ['list'])).verdict).toBe('failed')
})
