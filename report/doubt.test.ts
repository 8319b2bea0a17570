import { expect, test } from 'vitest'
import { failingReport } from '../tests/report/sample.ts'
import { doubtText } from './describe.ts'
import { markdownReport } from './markdown.ts'
import { terminalSummary } from './terminal.ts'

const BOTH = 'either the target has no gate, or the key is that of an admin'

test('what a violation leaves open is told wherever it is shown', () => {
  const report = failingReport()
  const failed = report.requirements.find(({ verdict }) => verdict === 'failed')
  if (!failed) throw new Error('nothing failed')
  expect(doubtText(failed)).toBeUndefined()
  failed.reason = `${BOTH}: ${failed.reason}`
  expect(doubtText(failed)).toBe(BOTH)
  expect(markdownReport(report)).toContain(BOTH)
  expect(terminalSummary(report, { width: 400, colour: false, reportPath: 'reports' })).toContain(BOTH)
})
