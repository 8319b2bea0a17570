import { describe, expect, test } from 'vitest'
import type { Report } from '../model/report.ts'
import { failingReport } from '../tests/report/sample.ts'
import { fitted } from './fit.ts'

const small = failingReport()
const size = (value: unknown): number => JSON.stringify(value).length

function withBodies(text: (index: number) => string, header = 'short'): Report {
  return {
    ...small,
    exchanges: small.exchanges.map((exchange, index) => ({
      ...exchange,
      response: {
        status: 200,
        headers: Array.from({ length: 40 }, (_, at): [string, string] => [`x-${at}`, header]),
        body: { text: text(index), bytes: 9, sha256: 'ab', truncated: false },
      },
    })),
  }
}

describe('fitted', () => {
  test('leaves a report as it is that is small enough', () => {
    expect(fitted(small)).toBe(small)
  })

  test.each(['x', '<', '\u0001', '\ud800', '\u{1f600}'])(
    'shortens long bodies of %j and says so',
    (character) => {
      const { exchanges } = fitted(withBodies(() => character.repeat(20_000)))
      expect(size(exchanges)).toBeLessThan(2_000_000)
      for (const { response } of exchanges) {
        expect(response?.body.truncated).toBe(true)
        expect(response?.body.text.length).toBeGreaterThan(500)
      }
    },
  )

  test('leaves short bodies whole where others are long', () => {
    const { exchanges } = fitted(withBodies((index) => (index === 0 ? 'y'.repeat(9_000_000) : '{"a":1}')))
    expect(exchanges[0]?.response?.body.text.length).toBeGreaterThan(500_000)
    expect(exchanges[1]?.response?.body).toMatchObject({ text: '{"a":1}', truncated: false })
  })

  test('leaves out headers where they are too many', () => {
    const { exchanges } = fitted(withBodies(() => 'x'.repeat(50_000), '<'.repeat(1_000)))
    expect(size(exchanges)).toBeLessThan(2_000_000)
    for (const { response } of exchanges) expect(response?.headers.length).toBeGreaterThan(0)
  })

  test('keeps the musts of each requirement where there are too many deviations', () => {
    const long = '<'.repeat(200)
    const deviation = { level: 'should' as const, expected: long, actual: long, pointer: '/a' }
    const report = {
      ...small,
      requirements: small.requirements.map((one) => ({
        ...one,
        deviations: [
          ...Array.from({ length: 24 }, () => deviation),
          { ...deviation, level: 'must' as const },
        ],
      })),
    }
    const { requirements } = fitted(report)
    expect(size(requirements)).toBeLessThan(600_000)
    for (const { deviations } of requirements) expect(deviations[0]?.level).toBe('must')
  })
})
