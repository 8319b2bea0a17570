import { describe, expect, test } from 'vitest'
import { Inspections } from './inspections.ts'

const wrong = { level: 'must', expected: 'a', actual: 'b' } as const

describe('what all answers show', () => {
  test('is kept apart by operation and facet', () => {
    const inspections = new Inspections()
    inspections.note('GET /v3/users', 'meta', 'x1', [wrong])
    inspections.note('GET /v3/users', 'envelope', 'x1', [])
    expect(inspections.of('GET /v3/users', 'meta')).toEqual({
      exchanges: ['x1'],
      deviations: [{ ...wrong, exchange: 'x1' }],
    })
    expect(inspections.of('GET /v3/users', 'envelope')).toEqual({ exchanges: ['x1'], deviations: [] })
    expect(inspections.of('POST /v3/users', 'meta')).toEqual({ exchanges: [], deviations: [] })
  })

  test('an answer without deviation is counted, too', () => {
    const inspections = new Inspections()
    for (const id of ['x1', 'x2']) inspections.note('GET /v3/users', 'meta', id, [])
    expect(inspections.of('GET /v3/users', 'meta').exchanges).toEqual(['x1', 'x2'])
  })

  test('many deviations do not grow without end', () => {
    const inspections = new Inspections()
    for (let nth = 0; nth < 100; nth++) inspections.note('GET /v3/users', 'meta', `x${nth}`, [wrong, wrong])
    const { exchanges, deviations } = inspections.of('GET /v3/users', 'meta')
    expect(exchanges).toHaveLength(100)
    expect(deviations).toHaveLength(25)
    expect(deviations[0]?.exchange).toBe('x0')
  })

  test('a violation is never crowded out by blemishes', () => {
    const inspections = new Inspections()
    const blemishes = Array.from({ length: 40 }, () => ({ ...wrong, level: 'should' as const }))
    inspections.note('GET /v3/users', 'meta', 'x1', blemishes)
    inspections.note('GET /v3/users', 'meta', 'x2', [wrong])
    expect(inspections.of('GET /v3/users', 'meta').deviations).toContainEqual({ ...wrong, exchange: 'x2' })
  })
})
