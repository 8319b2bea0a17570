import { describe, expect, test } from 'vitest'
import { seeded } from '../chance/seeded.ts'
import { parseJson } from '../http/body.ts'
import { FaultlessLists } from './list-changes.ts'
import { LongLists } from './long-lists.ts'

const COUNT = 2_000
const user = (nth: number, more: object = {}): object => ({
  id: `id-${nth}`,
  email: `user${nth}@example.com`,
  name: 'Zoë },{ "quoted" [{',
  ...more,
})
const users = Array.from({ length: COUNT }, (_, nth) => user(nth))
const list = (entries: unknown[], request = 'req_1'): string =>
  JSON.stringify({ success: true, data: { users: entries }, error: null, meta: { request_id: request } })

/** Reads a text as its bytes. */
const read = (lists: LongLists, text: string): unknown => lists.read('list', Buffer.from(text), () => text)

const usersIn = (value: unknown): unknown[] => (value as { data: { users: unknown[] } }).data.users

describe('a long list', () => {
  const plain = users.map((one) => ({ ...one, name: 'Somebody' }))

  test.each<[string, unknown[]]>([
    ['the same once more', plain],
    ['one at the end', [...plain, user(9_999)]],
    ['one at the beginning', [user(9_999, { name: 'New' }), ...plain]],
    ['one changed', plain.map((one, nth) => (nth === 700 ? { ...one, role: 'admin' } : one))],
    ['some removed', plain.filter((_, nth) => nth % 100 > 2)],
    ['more removed in a row than are looked for ahead', [...plain.slice(0, 50), ...plain.slice(500)]],
    ['the other way round', plain.toReversed()],
    ['one twice', [...plain, plain[3]]],
    ['an entry that is no object', [...plain, 4]],
    ['an entry with inner objects', [...plain, { a: [{ b: 1 }, { c: [{}] }] }]],
    ['no one any more', []],
  ])('is read as a whole would be: %s', (_name, entries) => {
    const lists = new LongLists(parseJson)
    for (const text of [list(plain), list(entries, 'req_2'), list(plain, 'req_3')]) {
      expect(read(lists, text)).toEqual(JSON.parse(text))
    }
  })

  test('takes over the entries that stood there before', () => {
    const lists = new LongLists(parseJson)
    const first = usersIn(read(lists, list(plain)))
    const second = usersIn(read(lists, list([user(9_999, { name: 'New' }), ...plain.toReversed()])))
    expect(second).toHaveLength(COUNT + 1)
    // But for those at which it was noticed that the order is another one.
    const known = new Set(first)
    expect(second.filter((one) => known.has(one)).length).toBeGreaterThan(COUNT - 300)
  })

  test('texts that look like borders of entries are no borders', () => {
    const lists = new LongLists(parseJson)
    for (const text of [list(users), list([user(9_999), ...users])]) {
      expect(read(lists, text)).toEqual(JSON.parse(text))
    }
  })

  test.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -5)],
    ['a comma too many', (text) => text.replace('},{', '},,{')],
    ['a broken entry', (text) => text.replace('"email":', '"email"')],
    ['two lists in one', (text) => text.replace('"error":null', '"others":[{"a":1}]')],
    ['the list named twice', (text) => text.replace('"error":null', '"data":null')],
  ])('%s is read as a whole would be', (_name, spoil) => {
    const lists = new LongLists(parseJson)
    read(lists, list(plain))
    const text = spoil(list(plain))
    expect(read(lists, text)).toEqual(parseJson(text))
  })
})

/** Whole numbers from 0 up to but not including `end`, the same ones for the same seed. */
function dice(seed: number): (end: number) => number {
  const random = seeded(seed)
  return (end) => Math.floor(random() * end)
}

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)

describe('a list that was read before', () => {
  const start = Array.from({ length: 1_500 }, (_, nth) => user(nth, { name: nth % 7 === 0 ? 'Zoë' : 'Ann' }))

  /** The list with up to five things done to it. */
  function edited(entries: object[], roll: (end: number) => number): object[] {
    const next = [...entries]
    for (let times = roll(6); times > 0; times--) {
      const at = roll(next.length)
      const doings = [
        () => next.splice(at, roll(30)),
        () => next.splice(at, 0, user(roll(9_999), { name: 'New' })),
        () => next.splice(at, 0, ...next.slice(at, at + roll(3))),
        () => next.splice(at, 1, { ...next[at], role: 'admin' }),
        () => next.push(user(roll(9_999)), ...next.splice(0, roll(4))),
        () => next.unshift(user(roll(9_999), { name: '' })),
      ]
      doings[roll(doings.length)]?.()
    }
    return next
  }

  test.each(SEEDS)('is read as a whole would be, and what is new in it is known: %i', (seed) => {
    const roll = dice(seed)
    const lists = new LongLists(parseJson)
    let entries = start
    let before = usersIn(read(lists, list(entries)))
    for (let round = 0; round < 4; round++) {
      entries = edited(entries, roll)
      const text = list(entries, `req_${'x'.repeat(round)}`)
      const value = read(lists, text)
      expect(value).toEqual(JSON.parse(text))
      const users = usersIn(value)
      const faultless = new FaultlessLists()
      faultless.add(before)
      const fresh = new Set(faultless.toLookAt(users))
      const taken = users.filter((_, index) => !fresh.has(index))
      expect(new Set(taken).size).toBe(taken.length)
      const known = new Set(before)
      expect(taken.every((one) => known.has(one))).toBe(true)
      before = users
    }
  })

  test.each(SEEDS)('and is spoilt anywhere is read as a whole would be: %i', (seed) => {
    const roll = dice(seed)
    const lists = new LongLists(parseJson)
    const text = list(start)
    read(lists, text)
    for (let round = 0; round < 20; round++) {
      // At the border of two entries, where a mistake would be made if anywhere.
      const border = text.indexOf('},{', roll(text.length - 1_000)) + roll(3)
      const piece = ['', ',', '{', '}', '"', '},{', '{},', ']', '[', '}],"a":[{', '\\'][roll(11)] ?? ''
      const spoilt = text.slice(0, border) + piece + text.slice(border + roll(3))
      expect(read(lists, spoilt)).toEqual(parseJson(spoilt))
    }
  })
})
