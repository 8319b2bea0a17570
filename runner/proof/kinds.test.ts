import { expect, test } from 'vitest'
import { ratesByKind } from './kinds.ts'
import type { FaultProof } from './proof.ts'

const form = (name: string, more: Partial<FaultProof>): FaultProof => ({
  name,
  contract: 'v3',
  requirement: ['v3.list.a'],
  says: name,
  kind: 'plain',
  caughtBy: [],
  toldBy: [],
  alsoAccused: [],
  ...more,
})

test('tells what a run catches where invitations are announced to be scarce from what it catches elsewhere', () => {
  const faults = [
    form('usual', { caughtBy: ['v3.list.a'] }),
    form('by another requirement', { alsoAccused: ['v3.list.b'] }),
    form('in plenty', { caughtBy: ['v3.list.a'], inPlenty: true }),
    form('missed', { inPlenty: true }),
  ]
  expect(ratesByKind({ faults })).toEqual([
    'plain: 3 of 4 forms caught (75.0 %); 2 (50.0 %) where ten invitations a minute are announced',
  ])
})

test('has nothing to say of faults that are no forms', () => {
  const { kind: _, ...fault } = form('usual', {})
  expect(ratesByKind({ faults: [fault] })).toEqual([])
})
