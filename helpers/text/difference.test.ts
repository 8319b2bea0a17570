import { expect, test } from 'vitest'
import { differenceText } from './difference.ts'

test('says which value came in place of which, and of names and addresses only that they are others', () => {
  const before = { role: 'billing', status: 'active', name: 'Ann' }
  const after = { role: 'developer', name: 'Bob' }
  expect(differenceText(before, after, ['role'])).toBe('role "developer", not "billing"')
  expect(differenceText(before, after, ['status', 'name'])).toBe('status missing, not "active"; another name')
})
