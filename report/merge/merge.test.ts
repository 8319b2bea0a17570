import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../model/contract.ts'
import type { Report } from '../../model/report.ts'
import { idsOfShard, parseShard } from '../../runner/selection/shard.ts'
import { reportOf, requirement } from '../testing/report.ts'
import { MergeError, mergeReports } from './merge.ts'

const LIST = 'v3.list.a'
const GET = 'v3.get.b'
const META = 'v3.list.meta'

/** A report of a shard: what it has no verdict for is another's. */
function shardReport(index: number, verdicts: Record<string, Verdict>, change: Partial<Report> = {}): Report {
  const all: Record<string, Verdict> = {
    [LIST]: 'untested',
    [GET]: 'untested',
    [META]: 'untested',
    ...verdicts,
  }
  const report = reportOf(all, { shard: { index, count: 2 } })
  for (const result of report.requirements) {
    if (verdicts[result.id] !== undefined) continue
    result.deselected = 'shard'
    result.evidence = []
  }
  return { ...report, ...change }
}

describe('idsOfShard', () => {
  const catalogue = [
    ...['v3.list.a', 'v3.list.b', 'v3.list.c', 'v3.get.a', 'v3.get.b', 'v3.invite.a', 'v3.remove.a'],
  ].map(requirement)

  test.each([1, 2, 3, 4])('divides everything among %i shards, operations whole', (count) => {
    const shards = Array.from({ length: count }, (_, index) =>
      idsOfShard(catalogue, { index: index + 1, count }),
    )
    expect(shards.flatMap((shard) => [...shard]).sort()).toEqual(catalogue.map(({ id }) => id).sort())
    for (const shard of shards) expect(shard.size).toBeGreaterThan(0)
    const home = (operation: string) =>
      shards.filter((shard) => catalogue.some((one) => one.operation === operation && shard.has(one.id)))
    for (const { operation } of catalogue) expect(home(operation)).toHaveLength(1)
  })

  test.each(['0/3', '4/3', '1', '1/0', 'a/b', '1/3/3', '-1/3', ''])(
    'does not take %j for a shard',
    (text) => {
      expect(parseShard(text)).toHaveProperty('variable', '--shard')
    },
  )

  test('reads a shard', () => {
    expect(parseShard('2/3')).toEqual({ index: 2, count: 3 })
  })
})

describe('mergeReports', () => {
  test('takes each verdict from the shard that judged it', () => {
    const merged = mergeReports([
      shardReport(2, { [GET]: 'failed' }),
      shardReport(1, { [LIST]: 'passed', [META]: 'passed' }),
    ])
    expect(merged.requirements.map(({ id, verdict }) => [id, verdict])).toEqual([
      [LIST, 'passed'],
      [GET, 'failed'],
      [META, 'passed'],
    ])
    expect(merged.verdict).toBe('nonconformant')
    expect(merged.shard).toBeUndefined()
    expect(merged.requirements.filter(({ deselected }) => deselected !== undefined)).toEqual([])
  })

  test('keeps evidence apart by the shard it is from', () => {
    const merged = mergeReports([
      shardReport(1, { [LIST]: 'passed', [META]: 'passed' }),
      shardReport(2, { [GET]: 'failed' }),
    ])
    const ids = merged.exchanges.map(({ id }) => id)
    expect(new Set(ids).size).toBe(6)
    const failed = merged.requirements.find(({ id }) => id === GET)
    expect(failed?.evidence).toEqual(['s2x2'])
    expect(failed?.deviations[0]?.exchange).toBe('s2x2')
    for (const { evidence } of merged.requirements) for (const id of evidence) expect(ids).toContain(id)
  })

  test('joins what several shards saw: the worst of what was judged', () => {
    const merged = mergeReports([
      shardReport(1, { [LIST]: 'passed', [META]: 'passed' }),
      shardReport(2, { [GET]: 'passed', [META]: 'failed' }),
    ])
    const meta = merged.requirements.find(({ id }) => id === META)
    expect(meta).toMatchObject({ verdict: 'failed', evidence: ['s1x3', 's2x3'] })
    expect(meta?.deviations).toHaveLength(1)
  })

  test('keeps what a requirement follows from, and what a target does not have', () => {
    const shard = shardReport(1, { [LIST]: 'failed', [META]: 'inconclusive' })
    const told = shard.requirements.map((result) =>
      result.id === META ? { ...result, follows: LIST, notApplicable: 'there is none' } : result,
    )
    const merged = mergeReports([{ ...shard, requirements: told }, shardReport(2, { [GET]: 'passed' })])
    const follower = merged.requirements.find(({ id }) => id === META)
    expect(follower).toMatchObject({ follows: LIST, notApplicable: 'there is none' })
  })

  test('settles nothing for a shard that is missing', () => {
    const merged = mergeReports([shardReport(1, { [LIST]: 'passed', [META]: 'passed' })])
    expect(merged.verdict).toBe('inconclusive')
    expect(merged.message).toContain('no report of shard 2 of 2')
    expect(merged.requirements.find(({ id }) => id === GET)).toMatchObject({ verdict: 'inconclusive' })
  })

  test('is as broken as any of them', () => {
    const [sound, broken] = [shardReport(1, { [LIST]: 'passed' }), shardReport(2, { [GET]: 'failed' })]
    expect(mergeReports([sound, broken]).broke).toBeUndefined()
    expect(mergeReports([sound, { ...broken, broke: true }]).broke).toBe(true)
  })

  test('tells what kept a shard from being judged', () => {
    const merged = mergeReports([
      shardReport(1, { [LIST]: 'passed', [META]: 'passed' }),
      shardReport(2, { [GET]: 'inconclusive' }, { message: 'nothing listens' }),
    ])
    expect(merged.message).toBe('shard 2: nothing listens')
  })

  test('begins with the first and ends with the last', () => {
    const run = { id: 'uac-2', startedAt: '2026-03-10T12:00:05.000Z', durationMs: 2000 }
    const merged = mergeReports([shardReport(1, {}), shardReport(2, {}, { run })])
    expect(merged.run).toEqual({
      id: 'uac-1',
      startedAt: '2026-03-10T12:00:00.000Z',
      durationMs: 7000,
      endedAt: '2026-03-10T12:00:07.000Z',
    })
  })

  test.each<[string, Report[], string]>([
    ['nothing', [], 'no report'],
    ['a whole run', [reportOf({ [LIST]: 'passed' })], 'not of a shard'],
    ['a shard twice', [shardReport(1, {}), shardReport(1, {})], 'two reports of shard 1'],
    ['other safety', [shardReport(1, {}), shardReport(2, {}, { safety: 'read-only' })], 'safety'],
    [
      'another target',
      [
        shardReport(1, {}),
        shardReport(2, {}, { target: { baseUrl: 'https://other.example', embedded: false } }),
      ],
      'target',
    ],
    [
      'other numbers of shards',
      [shardReport(1, {}), shardReport(2, {}, { shard: { index: 2, count: 3 } })],
      'number',
    ],
  ])('refuses %s', (_name, reports, message) => {
    expect(() => mergeReports(reports)).toThrow(MergeError)
    expect(() => mergeReports(reports)).toThrow(message)
  })
})
