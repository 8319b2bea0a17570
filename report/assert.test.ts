import { expect, test } from 'vitest'
import { assertConformant } from './assert.ts'
import { reportOf } from './testing/report.ts'

test('a conformant report passes', () => {
  expect(() =>
    assertConformant(reportOf({ 'v3.list.a': 'passed', 'v3.list.b-should': 'warning' })),
  ).not.toThrow()
})

test('a violation is named, with what was seen', () => {
  const report = reportOf({ 'v3.list.a': 'failed', 'v3.get.b': 'passed' })
  expect(() => assertConformant(report)).toThrow(
    /is nonconformant\nviolated \(1\):\n {2}v3\.list\.a: The promise/,
  )
})

test('many violations are told in part, the others by id', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `v3.list.${name}`)
  const report = reportOf(Object.fromEntries(ids.map((id) => [id, 'failed'])))
  expect(() => assertConformant(report)).toThrow(/and v3\.list\.f v3\.list\.g$/)
})

test('what judged nothing does not pass, nor what was not tried unless that is accepted', () => {
  expect(() => assertConformant(reportOf({ 'v3.list.a': 'inconclusive' }))).toThrow(/not settled \(1\)/)
  const incomplete = reportOf({ 'v3.list.a': 'passed', 'v3.get.b': 'untested' })
  expect(() => assertConformant(incomplete)).toThrow(/is incomplete\nnot settled \(1\):\n {2}v3\.get\.b/)
  expect(() => assertConformant(incomplete, { allowIncomplete: true })).not.toThrow()
})

test('a gate decides where there is one', () => {
  const gate = {
    passed: false,
    exitCode: 1 as const,
    failOn: 'failure',
    allowIncomplete: false,
    violations: ['v3.get.b'],
    known: ['v3.list.a'],
    outdated: [{ id: 'v3.remove.c', why: 'it passes now' }],
  }
  const report = reportOf({ 'v3.list.a': 'failed', 'v3.get.b': 'failed' }, { gate })
  expect(() => assertConformant(report)).toThrow(
    /violated \(1\):\n {2}v3\.get\.b[\s\S]*outdated in the baseline: v3\.remove\.c/,
  )
  expect(() => assertConformant({ ...report, gate: { ...gate, exitCode: 0 } })).not.toThrow()
})
