import { expect, it } from 'vitest'
import { V3_CATALOGUE } from '../../../suites/v3/catalogue.ts'
import { KINDS, kindOf } from './kinds.ts'

it.each([
  ['v3.list.meta', 'shape'],
  ['v3.invite.status-invited', 'shape'],
  ['v3.invite.no-token-disclosed', 'shape'],
  ['v1.delete.status-204', 'shape'],
  ['v3.remove.gone-from-list', 'effects'],
  ['v3.invite.duplicate-one-entry', 'effects'],
  ['v1.create.conflict-error', 'effects'],
  ['v1.delete.refused-keeps-user', 'effects'],
  ['v3.get.removed-not-found', 'not-found'],
  ['v3.remove.second-removal', 'not-found'],
  ['v1.get.unknown-404', 'not-found'],
  ['v3.get.malformed-id', 'validation'],
  ['v1.create.email-required', 'validation'],
  ['v1.list.limit-at-most-100', 'pagination'],
  ['v1.list.status-filter', 'pagination'],
  ['v3.remove.key-before-user', 'authentication'],
  ['v1.list.missing-token-refused', 'authentication'],
  ['v3.remove.self-rejected', 'roles'],
  ['v1.delete.forbidden-403', 'roles'],
  ['v3.list.scope-unknown-refused', 'scope'],
  ['v3.remove.sandbox-no-effect', 'sandbox'],
])('%s is about %s', (id, kind) => {
  expect(kindOf({ id })).toBe(kind)
})

it('leaves no column of v3 empty but the one that only v1 has', () => {
  const observable = V3_CATALOGUE.filter(({ unobservable }) => unobservable === undefined)
  const expected = Object.keys(KINDS).filter((kind) => kind !== 'pagination')
  expect([...new Set(observable.map(kindOf))].sort()).toEqual(expected.sort())
})
