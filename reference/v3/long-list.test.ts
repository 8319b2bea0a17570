import { describe, expect, test } from 'vitest'
import { longListBytes } from './long-list.ts'
import type { JsonObject } from './types.ts'

const user = (nth: number, more: object = {}): JsonObject =>
  Object.freeze({ id: `id-${nth}`, name: 'Zoë', ...more })
const many = Array.from({ length: 1_200 }, (_, nth) => user(nth))
const answer = (users: unknown[]): JsonObject => ({
  success: true,
  data: { users, total: 1 },
  meta: { id: 'req_1' },
})
const written = (users: unknown[]): unknown => JSON.parse(String(longListBytes(answer(users))))

describe('a long list in bytes', () => {
  test.each<[string, JsonObject[]]>([
    ['the first one', many],
    ['the same again', many],
    ['one at the end', [...many, user(5_000)]],
    ['one in front', [user(6_000), ...many]],
    ['one in place of another', many.with(700, user(7_000))],
    ['the first one gone', many.slice(1)],
    ['the last one gone', many.slice(0, -1)],
    ['one gone from the middle', many.toSpliced(500, 1)],
    ['one twice', [...many, many[3] ?? {}]],
    ['the other way round', many.toReversed()],
    ['the first one in front of nothing but others', [many[0] ?? {}, ...many.slice(100)]],
  ])('is the JSON that it would be otherwise: %s', (_name, users) => {
    written(many)
    expect(written(users)).toEqual(answer(users))
    expect(written(many)).toEqual(answer(many))
  })

  test.each<[string, unknown]>([
    ['no list', { error: null }],
    ['a short list', answer(many.slice(0, 10))],
    ['users who might be changed', answer([...many, { id: 'x' }])],
    ['something else than users', answer([...many, 4])],
  ])('is left to others where it is %s', (_name, body) => {
    expect(longListBytes(body as JsonObject)).toBeUndefined()
  })
})
