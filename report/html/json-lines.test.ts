import { describe, expect, test } from 'vitest'
import { jsonLines, lineOf } from './script/json-lines.ts'

function shown(text: string): string[] | undefined {
  return jsonLines(text)?.map(
    ({ depth, parts }) => '  '.repeat(depth) + parts.map(([, part]) => part).join(''),
  )
}

describe('jsonLines', () => {
  test.each([
    {},
    [],
    { a: 1, b: [true, null, 'x'], c: { d: {}, e: [] } },
    [[1], [[2]], { 'a/b': { '~': 0 } }],
    { text: 'quote " backslash \\ brace } comma ,: [' },
  ])('agrees with JSON.stringify: %j', (value) => {
    expect(shown(JSON.stringify(value))?.join('\n')).toBe(JSON.stringify(value, null, 2))
    expect(shown(JSON.stringify(value, null, 4))?.join('\n')).toBe(JSON.stringify(value, null, 2))
  })

  test('keeps what parsing would lose', () => {
    expect(shown('{"a":1.0,"a":12345678901234567890,"b":1e2}')).toEqual([
      '{',
      '  "a": 1.0,',
      '  "a": 12345678901234567890,',
      '  "b": 1e2',
      '}',
    ])
  })

  test.each([
    ['cut in a string', '{"a":[1,"tex', ['{', '  "a": [', '    1,', '    "tex']],
    ['cut behind a key', '{"a"', ['{', '  "a"']],
    ['followed by something', '{"a":1} <b>', ['{', '  "a": 1', '}', '<b>']],
    ['broken', '{"a": what}', ['{', '  "a": ', '  what}']],
    ['closed too often', '[]]', ['[]', ']']],
  ])('goes as far as it can when the text is %s', (_, text, lines) => {
    expect(shown(text)).toEqual(lines)
  })

  test('loses no text, whatever it is', () => {
    for (const text of [
      '{"a":1}{"b":2}',
      '[1,,2]',
      '{1:2}',
      '{"a":"b" "c"}',
      '[}',
      '{"\\ud800":"\0"}',
      '{{{{',
    ]) {
      expect((shown(text) ?? []).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }
  })

  test('takes deep and long texts', () => {
    expect(jsonLines('['.repeat(50_000))?.length).toBeGreaterThan(40_000)
    expect(jsonLines(`["${'x\\n'.repeat(300_000)}"]`)).toHaveLength(3)
  })

  test('is not for other texts', () => {
    expect(jsonLines('<html>')).toBeUndefined()
    expect(jsonLines('')).toBeUndefined()
  })
})

describe('lineOf', () => {
  const lines = jsonLines('{"data":{"users":[{"id":1},{"id":2}],"a/b":{"~":3}},"data2":0}') ?? []
  const at = (pointer: string) =>
    lineOf(lines, pointer)
      ?.parts.map(([, text]) => text)
      .join('')

  test.each([
    ['', '{'],
    ['/data', '"data": {'],
    ['/data/users/1', '{'],
    ['/data/users/1/id', '"id": 2'],
    ['/data/a~1b/~0', '"~": 3'],
  ])('finds %j', (pointer, text) => {
    expect(at(pointer)).toBe(text)
  })

  test('finds what encloses a member that is missing', () => {
    expect(at('/data/users/7/email')).toBe('"users": [')
    expect(at('/nothing/at/all')).toBe('{')
    expect(at('no pointer')).toBe('{')
  })
})
