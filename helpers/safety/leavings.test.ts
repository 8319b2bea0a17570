import { expect, test } from 'vitest'
import type { User } from '../../model/user.ts'
import { Chance } from '../chance/chance.ts'
import type { CleanUpScope } from './clean-up-scope.ts'
import { Guard } from './guard.ts'
import { cleanOwn } from './leavings.ts'
import { Ledger } from './ledger.ts'
import { newTag } from './tag.ts'

const TAG = newTag()
const EMAIL = `${TAG}-a@example.com`
const AGAIN: User = { id: 'second', email: EMAIL, name: `Ann ${TAG}` }

/** A run that created somebody, removed them, and created them again under another id. */
function createdTwice() {
  const guard = new Guard('full', TAG, new Chance('1'))
  const ledger = new Ledger(guard.own)
  for (const id of ['first', 'second']) {
    ledger.planned('v3', EMAIL)
    ledger.created('v3', EMAIL, id)
    guard.confirm('v3', { ...AGAIN, id })
  }
  guard.gone('first')
  return { guard, ledger }
}

/** A scope whose list is behind, and which shows the second user from so many reads on. */
function behind(reads: number) {
  const removed: string[] = []
  let left = reads
  const scope: CleanUpScope = {
    contract: 'v3',
    find: async () => ({ users: [], whole: true }),
    get: async (id) => (id === 'second' && !removed.includes(id) && left-- <= 0 ? AGAIN : undefined),
    remove: async (id) => {
      removed.push(id)
      return undefined
    },
  }
  return { scope, removed }
}

test('who was created again a moment ago is looked for until replicas know them, and removed', async () => {
  const { scope, removed } = behind(2)
  expect(await cleanOwn({ scope, ...createdTwice(), consistencyMs: 1000 })).toEqual([])
  expect(removed).toEqual(['second'])
})

test('nobody is named by the id of somebody who was there before', async () => {
  const guard = new Guard('full', TAG, new Chance('1'))
  guard.foreign(['ann'])
  const ledger = new Ledger(guard.own)
  ledger.planned('v3', EMAIL)
  ledger.created('v3', EMAIL, 'ann')
  const ann: User = { id: 'ann', email: 'ann@example.com', name: 'Ann' }
  const scope = (whole: boolean): CleanUpScope => ({
    contract: 'v3',
    find: async () => ({ users: [ann], whole }),
    get: async () => ann,
    remove: async () => undefined,
  })
  const left = await cleanOwn({ scope: scope(false), guard, ledger, consistencyMs: 0 })
  expect(left).toMatchObject([
    { email: EMAIL, reason: expect.stringContaining('somebody who was there before') },
  ])
  expect(left[0]).not.toHaveProperty('id')
  expect(await cleanOwn({ scope: scope(true), guard, ledger, consistencyMs: 0 })).toEqual([])
})

test('who was created again and is never shown is named', async () => {
  const { scope } = behind(Number.POSITIVE_INFINITY)
  const left = await cleanOwn({ scope, ...createdTwice(), consistencyMs: 60 })
  expect(left).toMatchObject([{ id: 'second', email: EMAIL }])
})
