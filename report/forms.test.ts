import { expect, test } from 'vitest'
import type { Report } from '../model/report.ts'
import { failingReport } from '../tests/report/sample.ts'
import { formsText } from './forms.ts'

/** A report of a run with such a budget, against a target that announces few invitations or does not. */
function reportWith(INVITATIONS: string, sparing?: true): Report {
  const report = failingReport()
  const provenance = {
    node: 'v20.19.0',
    settings: { INVITATIONS },
    given: [],
  } as unknown as Report['provenance']
  const answer = { answer: '10', count: 1, exchange: 'x1', ...(sparing ? { sparing } : {}) }
  const observations: Report['observations'] = [
    { operation: 'POST /v3/users', situation: 'an announced rate limit', answers: [answer] },
  ]
  return { ...report, ...(provenance ? { provenance } : {}), observations }
}

test('says what was left out for want of invitations, and how to try it', () => {
  expect(formsText(reportWith('auto', true))).toContain('INVITATIONS=many tries the rest')
  expect(formsText(reportWith('few'))).toContain('INVITATIONS=few')
})

test('names no invitations where another contract is spared', () => {
  const report = reportWith('auto', true)
  const [observation] = report.observations ?? []
  if (observation) observation.operation = 'GET /api/v1/users'
  expect(formsText(report)).toContain('announces a limit of requests')
})

test('says nothing where every form was tried', () => {
  expect(formsText(reportWith('many', true))).toBeUndefined()
  expect(formsText(reportWith('auto'))).toBeUndefined()
  expect(formsText(failingReport())).toBeUndefined()
})
