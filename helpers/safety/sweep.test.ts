import { expect, test } from 'vitest'
import { Inconclusive } from '../../model/outcome.ts'
import type { User } from '../../model/user.ts'
import type { Directory } from './directory.ts'
import { sweep } from './sweep.ts'
import { newTag } from './tag.ts'

const TAG = newTag()
const own = (id: string): User => ({ id, email: `${TAG}-${id}@example.com`, name: `Conformance ${TAG}` })
const RESIDENT: User = { id: 'resident', email: 'ann@example.com', name: 'Ann' }

/** A scope with these users, of whom the list shows some, or is broken. */
function directoryOf(users: User[], listed: User[] | 'broken', { whole = true } = {}) {
  const there = new Map(users.map((user) => [user.id, user]))
  const removed: string[] = []
  const directory: Directory = {
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
      return undefined
    },
  }
  return { directory, removed }
}

test('removes whom the list shows with a tag, and nobody else', async () => {
  const { directory, removed } = directoryOf([own('a'), RESIDENT], [own('a'), RESIDENT])
  const swept = await sweep(directory, ['a', 'resident'], () => true, true)
  expect(removed).toEqual(['a'])
  expect(swept).toMatchObject({ left: [], gone: [], unknown: [], whole: true })
})

test('looks for a known id that the list hides', async () => {
  const { directory, removed } = directoryOf([own('a'), RESIDENT], [RESIDENT])
  const swept = await sweep(directory, ['a', 'b'], () => true, true)
  expect(removed).toEqual(['a'])
  expect(swept.gone).toEqual(['b'])
})

test('goes by known ids where the list is broken, and says that it is', async () => {
  const { directory, removed } = directoryOf([own('a'), RESIDENT], 'broken')
  const swept = await sweep(directory, ['a', 'resident', 'unreadable'], () => true, true)
  expect(removed).toEqual(['a'])
  expect(swept).toMatchObject({
    whole: false,
    unread: 'GET /v3/users gave no list (status 500)',
    unknown: ['unreadable'],
  })
})

test('removes nobody where it may only look, and nobody of a run that is under way', async () => {
  const { directory, removed } = directoryOf([own('a')], [own('a')])
  expect((await sweep(directory, [], () => true, false)).left).toMatchObject([
    { id: 'a', reason: 'SAFETY=read-only allows no removal' },
  ])
  expect((await sweep(directory, [], () => false, true)).spared).toMatchObject([{ id: 'a', tag: TAG }])
  expect(removed).toEqual([])
})
