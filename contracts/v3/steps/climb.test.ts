import { describe, expect, test } from 'vitest'
import { answerOf } from '../../../helpers/testing/answer.ts'
import type { Answer } from '../../../model/answer.ts'
import { type Climb, keptText, objectionTo, wasTouched } from './climb.ts'

const ann = { id: '1', email: 'ann@example.com', name: 'Ann', role: 'admin', status: 'active' }
const refused = answerOf({ id: 'x1', status: 400, body: { error: { code: 'VALIDATION_001' } } })

const climb = (seen: Answer, after?: Climb['after']): Climb => ({
  rung: 3,
  answer: refused,
  before: ann,
  after,
  seen,
})

describe('what a forbidden removal did', () => {
  test.each([
    ['an error', answerOf({ id: 'x2', status: 500 })],
    ['too many requests', answerOf({ id: 'x2', status: 429 })],
    ['a list that cannot be read', answerOf({ id: 'x2', body: { data: { items: [ann] } } })],
  ])('is not told by %s', (_, seen) => {
    expect(wasTouched(climb(seen))).toBe(false)
    expect(objectionTo(climb(seen), 'the removal')).toBe(
      'whether the removal had an effect could not be seen',
    )
    expect(() => keptText(climb(seen))).toThrow('it could not be seen')
  })

  test.each([
    ['a list without the person', answerOf({ id: 'x2', body: { data: { users: [] } } })],
    ['a refusal, for whoever is gone lists nobody', answerOf({ id: 'x2', status: 401 })],
  ])('is told by %s', (_, seen) => {
    expect(wasTouched(climb(seen))).toBe(true)
    expect(keptText(climb(seen)).actual).toContain('no such user')
  })

  test('is told by who is there otherwise than before, with the values', () => {
    const after = { ...ann, status: 'suspended' }
    const seen = answerOf({ id: 'x2', body: { data: { users: [after] } } })
    expect(keptText(climb(seen, after))).toEqual({
      expected: 'the user as before, asked for in earnest',
      actual: 'status "suspended", not "active"',
    })
  })
})
