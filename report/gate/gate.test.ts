import { describe, expect, test } from 'vitest'
import type { FailOn } from '../../helpers/config/choices.ts'
import type { Verdict } from '../../model/contract.ts'
import { exitCode } from '../build.ts'
import { reportOf } from '../testing/report.ts'
import type { BaselineEntry } from './baseline.ts'
import { type GateOptions, withGate } from './gate.ts'
import { updatedBaseline } from './update.ts'

const STRICT: GateOptions = { failOn: ['failure'], allowIncomplete: false, today: '2026-03-10' }

function gateFor(
  verdicts: Record<string, Verdict>,
  { known, ...options }: Partial<GateOptions> & { known?: BaselineEntry[] } = {},
) {
  const baseline = known === undefined ? {} : { baseline: { file: 'known.json', known } }
  const report = withGate(reportOf(verdicts), { ...STRICT, ...baseline, ...options })
  if (report.gate === undefined) throw new Error('there is no gate')
  return { ...report.gate, report }
}

const A = 'v3.list.a'
const B = 'v3.list.b'
const SOFT = 'v3.list.c-should'
const SECURE = 'v3.list.d-secure'
const BEYOND = 'v3.list.e-public'
const entry = (id: string, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  id,
  reason: 'why',
  ...more,
})

describe('without a baseline', () => {
  test.each<[Record<string, Verdict>, Partial<GateOptions>, number]>([
    [{ [A]: 'passed' }, {}, 0],
    [{ [A]: 'failed', [B]: 'inconclusive' }, {}, 1],
    [{ [A]: 'passed', [SOFT]: 'warning' }, {}, 0],
    [{ [A]: 'passed', [SOFT]: 'warning' }, { failOn: ['warning'] }, 1],
    [{ [A]: 'passed', [B]: 'inconclusive' }, {}, 3],
    [{ [A]: 'passed', [B]: 'untested' }, {}, 3],
    [{ [A]: 'passed', [B]: 'untested' }, { allowIncomplete: true }, 0],
    [{ [A]: 'passed', [B]: 'inconclusive' }, { allowIncomplete: true }, 3],
    [{ [A]: 'untested' }, { allowIncomplete: true }, 3],
    [{ [A]: 'failed', [SECURE]: 'passed' }, { failOn: ['security'] }, 0],
    [{ [A]: 'passed', [SECURE]: 'failed' }, { failOn: ['security'] }, 1],
    [{ [A]: 'failed', [SECURE]: 'inconclusive' }, { failOn: ['security'] }, 3],
    [{ [A]: 'failed', [SECURE]: 'passed' }, { failOn: ['failure', 'security'] }, 1],
    [{ [SOFT]: 'warning', [SECURE]: 'passed' }, { failOn: ['warning', 'security'] }, 1],
    [{ [A]: 'passed', [BEYOND]: 'failed' }, {}, 0],
    [{ [A]: 'passed', [BEYOND]: 'warning' }, { failOn: ['warning'] }, 0],
    [{ [A]: 'passed', [BEYOND]: 'inconclusive' }, {}, 0],
    [{ [A]: 'passed', [BEYOND]: 'failed' }, { failOn: ['public'] }, 1],
    [{ [A]: 'failed', [BEYOND]: 'passed' }, { failOn: ['public'] }, 1],
    [{ [A]: 'failed', [SECURE]: 'passed', [BEYOND]: 'passed' }, { failOn: ['security', 'public'] }, 0],
  ])('%j under %j gives exit code %i', (verdicts, options, exitCode) => {
    expect(gateFor(verdicts, options)).toMatchObject({ exitCode, passed: exitCode === 0 })
  })
})

test('a suite that broke gives exit code 2, whatever was found until then and may be missing', () => {
  for (const verdicts of [{ [A]: 'failed' }, { [A]: 'passed' }] as const) {
    const report = { ...reportOf(verdicts), broke: true as const }
    const { gate } = withGate(report, { ...STRICT, allowIncomplete: true })
    expect(gate).toMatchObject({ passed: false, exitCode: 2 })
    expect(exitCode(report, true)).toBe(2)
  }
})

describe('with a baseline', () => {
  test('tolerates a known failure, says what is known, and leaves the verdict of the run', () => {
    const link = 'https://issues.example/7'
    const { report, ...gate } = gateFor({ [A]: 'failed', [B]: 'passed' }, { known: [entry(A, { link })] })
    expect(gate).toMatchObject({ passed: true, exitCode: 0, known: [A], violations: [], outdated: [] })
    expect(gate.baseline).toEqual({ file: 'known.json', entries: 1 })
    expect(report.verdict).toBe('nonconformant')
    expect(report.requirements[0]).toMatchObject({ verdict: 'failed', known: { reason: 'why', link } })
  })

  test('stops at a new failure', () => {
    const gate = gateFor({ [A]: 'failed', [B]: 'failed' }, { known: [entry(A)] })
    expect(gate).toMatchObject({ exitCode: 1, known: [A], violations: [B] })
  })

  test('still sees what is not settled beside a known failure', () => {
    expect(gateFor({ [A]: 'failed', [B]: 'untested' }, { known: [entry(A)] }).exitCode).toBe(3)
  })

  test('counts a known failure as judged', () => {
    expect(gateFor({ [A]: 'failed' }, { known: [entry(A)] }).exitCode).toBe(0)
  })

  test('stops until an entry that passes is taken out', () => {
    const gate = gateFor({ [A]: 'passed' }, { known: [entry(A)] })
    expect(gate).toMatchObject({ exitCode: 1, known: [], outdated: [{ id: A, why: 'it passes now' }] })
  })

  test('counts an entry on its last day, and not on the next', () => {
    const known = [entry(A, { until: '2026-03-10' })]
    expect(gateFor({ [A]: 'failed' }, { known }).exitCode).toBe(0)
    const gate = gateFor({ [A]: 'failed' }, { known, today: '2026-03-11' })
    expect(gate).toMatchObject({ exitCode: 1, known: [], violations: [A] })
    expect(gate.outdated).toEqual([{ id: A, why: 'its last day was 2026-03-10' }])
  })

  test('takes a must that only warns now for an entry to be taken out', () => {
    expect(gateFor({ [A]: 'warning' }, { known: [entry(A)] })).toMatchObject({ exitCode: 1, known: [] })
    const known = [entry(A, { verdict: 'warning' })]
    expect(gateFor({ [A]: 'warning' }, { known, failOn: ['warning'] }).exitCode).toBe(0)
  })

  test('does not tolerate a failure where a warning is known', () => {
    const gate = gateFor({ [A]: 'failed' }, { known: [entry(A, { verdict: 'warning' })] })
    expect(gate).toMatchObject({ exitCode: 1, violations: [A] })
  })

  test('tolerates a known warning of a recommendation', () => {
    const gate = gateFor({ [A]: 'passed', [SOFT]: 'warning' }, { known: [entry(SOFT)], failOn: ['warning'] })
    expect(gate).toMatchObject({ exitCode: 0, known: [SOFT] })
  })

  test('says nothing of entries outside the run or left out of it', () => {
    const report = reportOf({ [A]: 'passed', [B]: 'untested' })
    const [, left] = report.requirements
    if (left) left.deselected = 'selection'
    const known = [entry(B), entry('v1.list.shape', { until: '2020-01-01' })]
    const { gate } = withGate(report, { ...STRICT, baseline: { file: 'f', known } })
    expect(gate).toMatchObject({ exitCode: 0, outdated: [], known: [] })
  })
})

describe('updatedBaseline', () => {
  const update = (verdicts: Record<string, Verdict>, known: BaselineEntry[], failOn: FailOn[]) =>
    updatedBaseline(reportOf(verdicts), { known }, failOn).known

  test('adds what is violated with what was seen, and takes out what passes', () => {
    expect(update({ [A]: 'failed', [B]: 'passed', [SOFT]: 'warning' }, [entry(B)], ['failure'])).toEqual([
      { id: A, reason: 'the reason of failed' },
    ])
  })

  test('lists warnings where they count', () => {
    expect(update({ [A]: 'warning', [SOFT]: 'warning' }, [], ['warning'])).toEqual([
      { id: A, reason: 'the reason of warning', verdict: 'warning' },
      { id: SOFT, reason: 'the reason of warning' },
    ])
  })

  test('keeps what people wrote, dates that are over and what was not judged', () => {
    const known = [entry(A, { until: '2020-01-01', link: 'https://x.example' }), entry(B)]
    expect(update({ [A]: 'failed', [B]: 'inconclusive' }, known, ['failure'])).toEqual(known)
  })

  test('makes the gate pass', () => {
    const verdicts = { [A]: 'failed', [B]: 'warning', [SOFT]: 'warning' } as const
    const known = update(verdicts, [entry(A, { verdict: 'warning' })], ['warning'])
    expect(gateFor(verdicts, { known, failOn: ['warning'] }).exitCode).toBe(0)
  })
})

describe('what follows from a known violation', () => {
  test('is let pass with it, and nothing else that is open is', () => {
    const report = reportOf({ [A]: 'failed', [B]: 'inconclusive' })
    const baseline = { file: 'known.json', known: [entry(A)] }
    const follows = report.requirements.map((one) => (one.id === B ? { ...one, follows: A } : one))
    expect(withGate({ ...report, requirements: follows }, { ...STRICT, baseline }).gate?.exitCode).toBe(0)
    expect(withGate(report, { ...STRICT, baseline }).gate?.exitCode).toBe(3)
  })
})
