import { describe, expect, test } from 'vitest'
import { Inconclusive } from '../../model/outcome.ts'
import type { User } from '../../model/user.ts'
import type { CleanUpScope } from './clean-up-scope.ts'
import type { JournalEntry } from './journal/journal.ts'
import { type Claims, sweep } from './sweep.ts'
import { newTag } from './tag.ts'

const TAG = newTag()
const own = (id: string): User => ({ id, email: `${TAG}-${id}@example.com`, name: `Conformance ${TAG}` })
const RESIDENT: User = { id: 'resident', email: 'ann@example.com', name: 'Ann' }

/** A scope with these users, of whom the list shows some, or is broken. */
function scopeOf(users: User[], listed: User[] | 'broken', { whole = true } = {}) {
  const there = new Map(users.map((user) => [user.id, user]))
  const removed: string[] = []
  const scope: CleanUpScope = {
    contract: 'v3',
    find: async () => {
      if (listed === 'broken') throw new Inconclusive('GET /v3/users gave no list (status 500)')
      return { users: listed, whole }
    },
    get: async (id) => {
      if (id === 'unreadable') throw new Inconclusive('the user could not be read (status 500)')
      return there.get(id)
    },
    remove: async (id) => {
      removed.push(id)
      there.delete(id)
      return undefined
    },
  }
  return { scope, removed }
}

const entry = (id: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  contract: 'v3',
  email: `${TAG}-${id}@example.com`,
  id,
  state: 'created',
  ...more,
})
const claims = (entries: JournalEntry[], more: Partial<Claims> = {}): Claims => ({
  entries,
  isOver: () => true,
  byTag: false,
  mayRemove: true,
  ...more,
})

test('removes whom a journal names, and nobody else', async () => {
  const { scope, removed } = scopeOf([own('a'), RESIDENT], [own('a'), RESIDENT])
  const swept = await sweep(scope, claims([entry('a'), entry('b', { id: 'resident' })]))
  expect(removed).toEqual(['a'])
  expect(swept).toMatchObject({ left: [], strange: ['resident'], unknown: [], whole: true })
})

test('leaves whoever a read by that id shows instead', async () => {
  const { scope, removed } = scopeOf([{ ...RESIDENT, id: 'a' }], [own('a')])
  const swept = await sweep(scope, claims([entry('a')]))
  expect(removed).toEqual([])
  expect(swept.left).toMatchObject([{ id: 'a', reason: expect.stringContaining('somebody else') }])
})

test('finds by its address whom no creation gave an id', async () => {
  const { scope, removed } = scopeOf([own('a')], [own('a')])
  await sweep(scope, claims([{ contract: 'v3', email: `${TAG}-a@example.com`, state: 'planned' }]))
  expect(removed).toEqual(['a'])
})

test('looks for a known id that the list hides', async () => {
  const { scope, removed } = scopeOf([own('a'), RESIDENT], [RESIDENT])
  const swept = await sweep(scope, claims([entry('a'), entry('b')]))
  expect(removed).toEqual(['a'])
  expect(swept.gone).toEqual(['b'])
})

test('goes by known ids where the list is broken, and says that it is', async () => {
  const { scope, removed } = scopeOf([own('a'), RESIDENT], 'broken')
  const swept = await sweep(scope, claims([entry('a'), entry('unreadable')]))
  expect(removed).toEqual(['a'])
  expect(swept).toMatchObject({
    whole: false,
    unread: 'GET /v3/users gave no list (status 500)',
    unknown: ['unreadable'],
  })
})

test('waits for a removal to show as long as that may take', async () => {
  const { scope } = scopeOf([own('a')], [own('a')])
  const reads: User[] = [own('a'), own('a'), own('a')]
  const late = { ...scope, get: async () => reads.pop() }
  expect(await sweep(late, claims([entry('a')], { consistencyMs: 1000 }))).toMatchObject({ left: [] })
})

test('removes nobody where it may only look', async () => {
  const { scope, removed } = scopeOf([own('a')], [own('a')])
  expect((await sweep(scope, claims([entry('a')], { mayRemove: false }))).left).toMatchObject([
    { id: 'a', reason: 'SAFETY=read-only allows no removal' },
  ])
  expect(removed).toEqual([])
})

describe('a tag', () => {
  const invited = { ...own('a'), status: 'invited', role: 'developer' }

  test('is no reason to remove anybody, unless somebody asks for that', async () => {
    const { scope, removed } = scopeOf([invited], [invited])
    expect((await sweep(scope, claims([]))).spared).toMatchObject([{ id: 'a', tag: TAG }])
    expect(removed).toEqual([])
    await sweep(scope, claims([], { byTag: true }))
    expect(removed).toEqual(['a'])
  })

  test.each([
    ['whose name alone carries it', { ...invited, email: 'ann@example.com' }],
    ['whose address alone carries it', { ...invited, name: 'Ann' }],
    ['who is active', { ...invited, status: 'active' }],
    ['who is an admin', { ...invited, role: 'admin' }],
  ])('spares somebody %s', async (_, user) => {
    const { scope, removed } = scopeOf([user], [user])
    await sweep(scope, claims([], { byTag: true }))
    expect(removed).toEqual([])
  })

  test('of a run that is under way is left alone', async () => {
    const { scope, removed } = scopeOf([invited], [invited])
    const swept = await sweep(scope, claims([], { byTag: true, isOver: () => false }))
    expect([removed, swept.spared.length]).toEqual([[], 1])
  })
})
