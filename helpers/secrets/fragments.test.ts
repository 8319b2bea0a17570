import { expect, test } from 'vitest'
import { createMask } from './mask.ts'

const KEY = 'sk_live_4f9Qz7LmT2xVb8RkWc3Y'
const mask = createMask([
  { placeholder: '$API_KEY', value: KEY },
  { placeholder: '$NEAR_MISS', value: KEY.slice(0, -1) },
])

test.each([
  ['without its end', KEY.slice(0, -4), '$API_KEY'],
  ['without its beginning', KEY.slice(8), '$API_KEY'],
  ['its middle', KEY.slice(6, -6), '$API_KEY'],
  ['in two halves', `${KEY.slice(0, 14)}\n${KEY.slice(14)}`, '$API_KEY\n$API_KEY'],
  ['in two unequal pieces', `${KEY.slice(0, 16)}\n${KEY.slice(16)}`, '$API_KEY\n$API_KEY'],
  ['its end in other letter case', KEY.slice(8).toUpperCase(), '$API_KEY'],
  ['with something in between', `${KEY.slice(0, 20)}****`, '$API_KEY****'],
  ['a near miss, which has a name of its own', KEY.slice(0, -1), '$NEAR_MISS'],
])('a piece that gives most of a credential away is hidden: %s', (_, text, masked) => {
  expect(mask(`invalid key ${text}!`)).toBe(`invalid key ${masked}!`)
})

const ODD = `Sk_4f9Qz7LmT2xVb8Rk-"q'<&>/\\+%=;, WkXc3YpLq7TnZr5D`
const PIECE = ODD.slice(0, -4)
const odd = createMask([{ placeholder: '$API_KEY', value: ODD }])

test.each([
  ['in a path', encodeURIComponent(PIECE)],
  ['in a path, in capitals', encodeURIComponent(PIECE.toUpperCase())],
  ['in a path within a path', encodeURIComponent(encodeURIComponent(PIECE))],
  ['in JSON', JSON.stringify(PIECE).slice(1, -1)],
  ['in JSON within a path', encodeURIComponent(JSON.stringify(PIECE).slice(1, -1))],
  ['in HTML', PIECE.replace(/[<&>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)],
  ['as escapes alone', PIECE.replace(/./g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)],
])('a piece that is escaped is hidden as a whole: %s', (_, text) => {
  expect(odd(`GET /users/xx${text}?a=%20`)).toBe('GET /users/xx$API_KEY?a=%20')
})

test.each([
  ['a short prefix', 'no such key: sk_live_4f9…'],
  ['its last four characters', 'no such key: …Wc3Y'],
])('%s tells too little to be hidden', (_, text) => {
  expect(mask(text)).toBe(text)
})

test('a piece of a UUID may stand in another one', () => {
  const uuids = createMask([{ placeholder: '$API_KEY', value: '550e8400-e29b-41d4-a716-446655440000' }])
  expect(uuids('550e8400-e29b-41d4-a716-446655440001')).toBe('550e8400-e29b-41d4-a716-446655440001')
})

test('words that a credential is made of are no piece of it', () => {
  const words = createMask([{ placeholder: '$ACCESS_TOKEN', value: 'token-of-developer-users-example-com' }])
  expect(words('developer-users-example-com')).toBe('developer-users-example-com')
})
