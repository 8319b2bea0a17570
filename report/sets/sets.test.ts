import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { CONTRACT_NAMES, catalogueOf } from '../../suites/catalogues.ts'
import { reportOf, requirement } from '../testing/report.ts'
import { setDigest } from './digest.ts'
import { namedSet, scoredAgainst } from './score.ts'
import { entriesOf, freeze, readSet, readSets, refuseDifferent, setNames } from './sets.ts'

const RELEASED = fileURLToPath(new URL('../../requirements/', import.meta.url))

describe('the frozen sets of releases', () => {
  test('are there', () => expect(setNames(RELEASED)).toContain('2026-11'))

  test.each(setNames(RELEASED))('%s is as it was frozen, and is still judged as it asks', (name) => {
    const set = JSON.parse(readFileSync(join(RELEASED, `${name}.json`), 'utf8'))
    expect(set.name).toBe(name)
    expect(setDigest(Object.entries(set.requirements))).toBe(set.digest)
    expect(() => refuseDifferent(set, catalogueOf(CONTRACT_NAMES))).not.toThrow()
  })
})

describe('a set', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sets-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const set = freeze('2026-01', '0.0.9', ['v3.list.a', 'v3.get.b-should'].map(requirement))
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value))

  test('is read by its name', () => {
    write('2026-01', set)
    expect(readSet(folder, '2026-01')).toEqual(set)
    expect(entriesOf(set, ['v1'])).toEqual([])
  })

  test('is refused where there is none, and the message names those that there are', () => {
    expect(() => readSet(folder, '2025-01')).toThrow(/--set[\s\S]*2025-01[\s\S]*2026-01/)
    expect(() => readSet(join(folder, 'nowhere'), '../../x')).toThrow('this version has none')
  })

  test('is refused where somebody has changed it, and names nothing then', () => {
    write('2026-02', { ...set, name: '2026-02', requirements: { 'v3.list.a': 'should' } })
    expect(() => readSet(folder, '2026-02')).toThrow('its digest is another')
    expect(readSets(folder).map(({ name }) => name)).toEqual(['2026-01'])
  })

  test('is refused where this version judges otherwise what it asks for', () => {
    expect(() => refuseDifferent(set, [requirement('v3.list.a')])).toThrow(
      /v3\.get\.b-should \(should in the set, not judged here\)[\s\S]*version 0\.0\.9/,
    )
    const other = { ...requirement('v3.list.a'), tier: 'public' as const }
    expect(() => refuseDifferent(set, [other])).toThrow('v3.list.a (must in the set, must public here)')
  })

  test('leaves what was added later unscored, whatever its verdict', () => {
    const provenance = {
      node: 'v20',
      requirements: { digest: '', count: 0 },
      settings: {},
      given: [],
    }
    const report = reportOf(
      { 'v3.list.a': 'passed', 'v3.get.b-should': 'warning', 'v3.list.later': 'failed' },
      { provenance },
    )
    expect(report.verdict).toBe('nonconformant')
    const scored = scoredAgainst(report, set)
    expect(scored.verdict).toBe('conformant')
    expect(scored.summary.coverage).toEqual({ judged: 2, observable: 2 })
    expect(scored.requirements.find(({ id }) => id === 'v3.list.later')).toMatchObject({
      verdict: 'failed',
      notScored: 'added after 2026-01',
    })
    expect(scored.provenance?.requirements).toEqual({ digest: set.digest, count: 2, set: '2026-01' })
    expect(namedSet(report, [set]).provenance?.requirements.set).toBeUndefined()
    const same = reportOf({ 'v3.list.a': 'passed', 'v3.get.b-should': 'passed' }, { provenance })
    expect(namedSet(same, [set]).provenance?.requirements).toMatchObject({
      set: '2026-01',
      digest: set.digest,
    })
  })
})
