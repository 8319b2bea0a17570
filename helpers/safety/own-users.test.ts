import { describe, expect, test } from 'vitest'
import type { User } from '../../model/user.ts'
import { OwnUsers } from './own-users.ts'

const TAG = 'uac-test'
const ASKED = `${TAG}-a.b1@example.com`

/** Users of a run that has asked for one address, and got an id for it where one is given. */
function asking(id?: string): OwnUsers {
  const own = new OwnUsers(TAG)
  own.planned({ contract: 'v3', email: ASKED })
  if (id !== undefined) own.created({ contract: 'v3', email: ASKED, id })
  return own
}

describe('a user is the run’s own', () => {
  test.each<[string, User]>([
    ['under an address that it asked for', { email: ASKED, name: 'Somebody' }],
    ['under that address in capitals', { email: ASKED.toUpperCase(), name: 'Somebody' }],
    [
      'under the id that a creation answered, with the tag in the name',
      { email: 'x@example.com', name: TAG },
    ],
    ['under that id, with the tag in a changed address', { email: `${TAG}-a@example.com`, name: 'X' }],
  ])('%s', (_, user) => {
    const own = asking('1')
    own.confirm('v3', { ...user, id: '1' })
    expect([own.isOwn('1'), own.unasked('v3')]).toEqual([true, []])
  })

  test('where a list shows them before their creation is answered', () => {
    const own = asking()
    own.confirm('v3', { id: '1', email: `${TAG}-changed@example.com`, name: 'X' })
    expect(own.isOwn('1')).toBe(false)
    own.created({ contract: 'v3', email: ASKED, id: '1' })
    expect([own.isOwn('1'), own.unasked('v3')]).toEqual([true, []])
  })
})

describe('an id of the run', () => {
  const SOMEBODY = { email: 'zoe@example.com', name: 'Zoe' }

  test('names nobody of it as long as a read shows somebody else', () => {
    const own = asking('1')
    own.confirm('v3', { id: '1', email: ASKED, name: TAG })
    expect([own.read('1', SOMEBODY), own.isTaken('1')]).toEqual([true, true])
    // A list may show them all the same; a removal goes by the id, as a read does.
    own.confirm('v3', { id: '1', email: ASKED, name: TAG })
    expect(own.isTaken('1')).toBe(true)
    expect([own.read('1', { email: ASKED }), own.isTaken('1')]).toEqual([false, false])
  })

  test('is not taken by what shows nobody', () => {
    const own = asking('1')
    own.confirm('v3', { id: '1', email: ASKED, name: TAG })
    expect([own.read('1', { email: null }), own.isTaken('1')]).toEqual([false, false])
  })
})

describe('whoever was there before and uses the account is not the run’s, whatever address a creation gave them', () => {
  const started = Date.UTC(2026, 10, 27)
  const before = { status: 'active', created_at: '2026-11-17T08:00:00Z', name: 'Zoe' }

  test.each<[string, object, boolean]>([
    ['', {}, false],
    ['but for one who is invited', { status: 'invited' }, true],
    ['but for one whom the run has named', { name: `Zoe ${TAG}` }, true],
    ['but for one who is as old as the run, as clocks go', { created_at: '2026-11-26T08:00:00Z' }, true],
    ['but for one of unknown age', { created_at: null }, true],
  ])('%s', (_, shown, isOwn) => {
    const own = new OwnUsers(TAG, started)
    own.planned({ contract: 'v3', email: ASKED })
    own.created({ contract: 'v3', email: ASKED, id: '1' })
    own.confirm('v3', { ...before, id: '1', email: ASKED, ...shown })
    expect([own.isOwn('1'), own.unasked('v3').map(({ isElder }) => isElder)]).toEqual([
      isOwn,
      isOwn ? [] : [true],
    ])
  })
})

describe('where not everybody was seen who was there before, age alone tells', () => {
  const started = Date.UTC(2026, 10, 27)

  test.each<[string, string, boolean]>([
    ['whoever is older than the run is not its own', '2026-11-17T08:00:00Z', false],
    ['whoever is as old as the run is', '2026-11-26T08:00:00Z', true],
  ])('%s', (_, created_at, isOwn) => {
    const own = new OwnUsers(TAG, started)
    own.unseenBefore('v1')
    own.planned({ contract: 'v1', email: ASKED })
    own.confirm('v1', { id: '1', email: ASKED, name: `Zoe ${TAG}`, status: 'pending', created_at })
    expect(own.isOwn('1')).toBe(isOwn)
  })
})

describe('a user is not', () => {
  test.each<[string, User, boolean]>([
    [
      'with the tag in an address that nobody asked for',
      { email: `${TAG}-zoe@example.com`, name: 'Z' },
      true,
    ],
    ['with the tag in the name alone', { email: 'zoe@example.com', name: `Zoe ${TAG}` }, true],
    ['without the tag', { email: 'zoe@example.com', name: 'Zoe' }, false],
  ])('%s', (_, user, isTold) => {
    const own = asking('1')
    own.confirm('v1', { ...user, id: '2' })
    expect([own.isOwn('2'), own.unasked('v1').length, own.unasked('v3')]).toEqual([false, Number(isTold), []])
  })

  test('under the id of a creation without the tag', () => {
    const own = asking('1')
    own.confirm('v3', { id: '1', email: 'zoe@example.com', name: 'Zoe' })
    expect([own.isOwn('1'), own.unasked('v3')]).toEqual([false, []])
  })

  test('who was there before, whatever the target shows of them now', () => {
    const own = asking('1')
    own.foreign(['1'])
    own.confirm('v3', { id: '1', email: ASKED, name: TAG })
    expect(own.isOwn('1')).toBe(false)
  })

  test('whose id creations of several addresses answered, although they were before', () => {
    const own = asking('1')
    own.confirm('v3', { id: '1', email: ASKED, name: 'X' })
    expect(own.isOwn('1')).toBe(true)
    own.created({ contract: 'v3', email: ASKED.toUpperCase(), id: '1' })
    expect(own.isOwn('1')).toBe(true)
    own.created({ contract: 'v3', email: `${TAG}-c.d2@example.com`, id: '1' })
    own.confirm('v3', { id: '1', email: ASKED, name: 'X' })
    expect([own.isOwn('1'), own.isAmbiguous('1')]).toEqual([false, true])
  })
})
