import { describe, expect, test } from 'vitest'
import { parseJson } from './body.ts'
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
      expect(lists.read('list', text)).toEqual(JSON.parse(text))
    }
  })

  test('takes over the entries that stood there before', () => {
    const lists = new LongLists(parseJson)
    const first = usersIn(lists.read('list', list(plain)))
    const second = usersIn(lists.read('list', list([user(9_999, { name: 'New' }), ...plain.toReversed()])))
    expect(second).toHaveLength(COUNT + 1)
    // But for those at which it was noticed that the order is another one.
    const known = new Set(first)
    expect(second.filter((one) => known.has(one)).length).toBeGreaterThan(COUNT - 300)
  })

  test('texts that look like borders of entries are no borders', () => {
    const lists = new LongLists(parseJson)
    for (const text of [list(users), list([user(9_999), ...users])]) {
      expect(lists.read('list', text)).toEqual(JSON.parse(text))
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
    lists.read('list', list(plain))
    const text = spoil(list(plain))
    expect(lists.read('list', text)).toEqual(parseJson(text))
  })
})
