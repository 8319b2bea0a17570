import { describe, expect, test } from 'vitest'
import { reportOf } from '../report/testing/report.ts'
import { withLeftOpen } from './left-open.ts'

const SPENT = "the run's budget is spent (MAX_REQUESTS=40)"

function stopped(reason: string) {
  const report = reportOf({
    'v3.list.one': 'passed',
    'v3.list.two': 'inconclusive',
    'v3.get.one': 'inconclusive',
  })
  const requirements = report.requirements.map((one) =>
    one.verdict === 'inconclusive' ? { ...one, reason } : one,
  )
  return { ...report, requirements }
}

describe('a run that ended early', () => {
  test('says what it left open for that', () => {
    const report = withLeftOpen({ ...stopped(`GET /v3/users (list): ${SPENT}`), message: SPENT })
    expect(report.message).toBe(
      `${SPENT}; 2 of 3 requirements were left open: 1 of GET /v3/users, 1 of GET /v3/users/{userId}. The plan tells how many requests a whole run takes`,
    )
  })

  test('says so, too, where all that was left was something else', () => {
    const report = withLeftOpen({ ...stopped('another reason'), message: `first\n${SPENT}` })
    expect(report.message).toBe(`first\n${SPENT}; nothing was left open for that`)
  })

  test('adds nothing to other messages', () => {
    expect(withLeftOpen({ ...stopped('no way'), message: 'no way' }).message).toBe('no way')
    expect(withLeftOpen(stopped('no way')).message).toBeUndefined()
  })
})
