import { expect, test } from 'vitest'
import type { Damage } from '../../model/report.ts'
import type { Loss, Person } from '../../reference/book.ts'
import { harmIn } from './harm.ts'

const ada: Person = {
  scope: 'organization',
  id: 'u1',
  email: 'ada@acme.example',
  name: 'Ada',
  role: 'admin',
  status: 'active',
}
const removal: Loss = { person: ada, effect: 'removed', method: 'DELETE', aimed: true, simulated: false }
const damage: Damage = {
  contract: 'v3',
  effect: 'removed',
  email: ada.email,
  role: 'admin',
  scope: 'organization',
  id: ada.id,
  simulated: false,
  exchange: 'x1',
  restore: 'Invite them again.',
}
const told = (losses: Loss[], damages: Damage[] = [], created: Person[] = []) => ({
  book: { losses, created },
  damages,
  leftovers: [],
})

test('a removal on the last rung is allowed where it is told', () => {
  expect(harmIn(told([removal], [damage]), 'full')).toEqual([])
})

test('the same is harm where nobody is told', () => {
  expect(harmIn(told([removal]), 'full')).toHaveLength(1)
})

test('and below SAFETY=full unless a simulation was asked for', () => {
  expect(harmIn(told([removal], [damage]), 'disposable')).toHaveLength(1)
  const simulated = [{ ...removal, simulated: true }]
  expect(harmIn(told(simulated, [{ ...damage, simulated: true }]), 'disposable')).toEqual([])
})

test('nobody follows a first one', () => {
  const second = { ...removal, person: { ...ada, id: 'u2' } }
  expect(harmIn(told([removal, second], [damage, { ...damage, id: 'u2' }]), 'full')).toHaveLength(1)
})

test('what a target does to people whom nobody asked for is its own', () => {
  expect(harmIn(told([{ ...removal, aimed: false }]), 'disposable')).toEqual([])
})

test('whoever was created and is still there has to be named', () => {
  expect(harmIn(told([], [], [ada]), 'full')).toHaveLength(1)
  const named = { contract: 'v3' as const, email: 'ADA@acme.example', reason: 'it was refused' }
  expect(harmIn({ ...told([], [], [ada]), leftovers: [named] }, 'full')).toEqual([])
})
