import { expect, test } from 'vitest'
import { late, newScope, withScope } from './scope.ts'

test('one finding tells the least and the most delay, and warns only', () => {
  const scope = newScope()
  withScope(scope, () => {
    late('e1', 300)
    late('e2', 25)
    late('e3', 40)
  })
  expect(scope.findings).toEqual([
    {
      level: 'should',
      expected: 'a change to show at once',
      actual: 'it showed after 25 to 300 ms',
      exchange: 'e1',
    },
  ])
  expect([...scope.evidence]).toEqual(['e1', 'e2', 'e3'])
})

test('a single delay is told as it is', () => {
  const scope = newScope()
  withScope(scope, () => late('e1', 300))
  expect(scope.findings[0]?.actual).toBe('it showed after 300 ms')
})
