/** A deep run tells what it drew from, repeats with its seed, and draws otherwise with another; on an honest target it accuses nobody. */
import { beforeAll, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { startReference } from '../../reference/index.ts'
import { command } from './command.ts'

interface Deep {
  report: Report
  /** What the stories of a contract sent about each person, by contract and address, in its order. */
  told: Map<string, string[]>
}

/** A deep run, small. Addresses have the tag of the run replaced, and ids do not count: the target gives new ones. */
async function runDeep(seed: string): Promise<Deep> {
  const reference = await startReference()
  const environment = { ...reference.environment, SAFETY: 'disposable', THOROUGH: 'small', SEED: seed }
  const finished = await command(['run', '--quiet'], environment)
  await reference.close()
  expect(finished.code).toBe(0)
  const report = finished.report()
  const told = new Map<string, string[]>()
  for (const { contract, caller, purpose, request } of report.exchanges) {
    // Stories that are told again because of a finding have a number more, and there is no finding here.
    const [address] = /[\w.+-]+@example\.com/i.exec(request.body ?? '') ?? []
    if (address === undefined || !/, step \d+: /.test(purpose)) continue
    const anonymous = (text: string): string => text.replaceAll(new RegExp(report.run.id, 'gi'), 'TAG')
    // Both contracts may draw one address, and their stories are told side by side.
    const key = `${contract} ${anonymous(address)}`
    const line = [caller, purpose, request.method, anonymous(request.body ?? '')].join(' | ')
    told.set(key, [...(told.get(key) ?? []), line])
  }
  return { report, told }
}

let first: Deep
let again: Deep
let other: Deep

// With these seeds no two people draw one name: of those who do, whoever is asked for first keeps it.
beforeAll(async () => {
  first = await runDeep('31415')
  again = await runDeep('31415')
  other = await runDeep('27182')
}, 200_000)

test('the report tells seed and depth, and nobody is accused', () => {
  for (const [{ report }, seed] of [
    [first, '31415'],
    [again, '31415'],
    [other, '27182'],
  ] as const) {
    expect([report.run.seed, report.run.thorough, report.verdict]).toEqual([seed, 'small', 'conformant'])
    expect(report.requirements.filter(({ verdict }) => verdict === 'failed')).toEqual([])
  }
})

test('the same seed asks for the same people, in the same words and order', () => {
  const both = [...first.told].filter(([address]) => again.told.has(address))
  expect(both.length).toBeGreaterThan(10)
  for (const [address, sent] of both) {
    const repeated = again.told.get(address) ?? []
    // Stories share a budget, so that the end of one may be cut where another was quicker.
    const length = Math.min(sent.length, repeated.length)
    expect(repeated.slice(0, length), address).toEqual(sent.slice(0, length))
  }
})

test('the first story, which is told alone, is the same to its end', () => {
  const lists = ({ report }: Deep): string[] =>
    report.exchanges.flatMap(({ caller, purpose }) =>
      /^lists, step \d+: /.test(purpose) ? [`${caller} ${purpose}`] : [],
    )
  expect(lists(first).length).toBeGreaterThan(10)
  expect(lists(again).sort()).toEqual(lists(first).sort())
})

test('another seed asks for other people', () => {
  expect(other.told.size).toBeGreaterThan(10)
  expect([...other.told.keys()].filter((address) => first.told.has(address))).toEqual([])
})
