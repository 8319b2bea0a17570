import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BodyError, collect, decodeText, decompress, isTooDeep, parseJson, recordBody } from './body.ts'

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

describe('collecting', () => {
  test('joins what comes', async () => {
    expect((await collect(chunks('ab', '', 'cd'), 4)).toString()).toBe('abcd')
  })

  test('stops as soon as there is too much', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        asked++
        yield Buffer.alloc(10)
      }
    }
    await expect(collect(endless(), 25)).rejects.toMatchObject({ name: 'BodyError', kind: 'too-large' })
    expect(asked).toBe(3)
  })
})

describe('collecting what was announced', () => {
  const long = 'x'.repeat(70_000)

  test.each([
    ['as long as it is', 140_000],
    ['longer', 150_000],
    ['shorter', 100_000],
    ['nonsense', Number.NaN],
    ['more than is allowed', 10_000_000],
  ])('gives what came, whatever was announced: %s', async (_name, announced) => {
    expect((await collect(chunks(long, long), 1_000_000, announced)).toString()).toBe(long + long)
  })

  test('stops at the limit', async () => {
    await expect(collect(chunks(long, long), 100_000, 90_000)).rejects.toMatchObject({ kind: 'too-large' })
  })
})

describe('decompressing', () => {
  const text = JSON.stringify({ users: 'x'.repeat(1_000) })
  const encoded = {
    gzip: gzipSync(text),
    'x-gzip': gzipSync(text),
    deflate: deflateSync(text),
    br: brotliCompressSync(text),
  }

  test.each(Object.entries(encoded))('undoes %s', async (encoding, data) => {
    expect((await decompress(data, encoding, 10_000)).toString()).toBe(text)
  })

  test.each([undefined, '', 'identity', ' Identity '])('leaves %j alone', async (encoding) => {
    expect((await decompress(Buffer.from(text), encoding, 10_000)).toString()).toBe(text)
  })

  test('undoes several from the last to the first, in any spelling', async () => {
    const twice = brotliCompressSync(gzipSync(text))
    expect((await decompress(twice, 'GZIP, br', 10_000)).toString()).toBe(text)
  })

  test.each(Object.keys(encoded))('does not let a bomb of %s go off', async (encoding) => {
    const zeros = Buffer.alloc(5_000_000)
    const bomb = { gzip: gzipSync, 'x-gzip': gzipSync, deflate: deflateSync, br: brotliCompressSync }[
      encoding
    ]
    const data = bomb?.(zeros) ?? zeros
    await expect(decompress(data, encoding, 100_000)).rejects.toMatchObject({ kind: 'too-large' })
  })

  test.each(Object.keys(encoded))('says what is no %s', async (encoding) => {
    await expect(decompress(Buffer.from('plain'), encoding, 100)).rejects.toMatchObject({
      kind: 'protocol',
      message: `the body is not valid ${encoding} data`,
    })
  })

  test.each(['zip', 'constructor', '__proto__'])('does not know %s', async (encoding) => {
    await expect(decompress(Buffer.from('x'), encoding, 100)).rejects.toThrow(BodyError)
  })
})

describe('decoding', () => {
  test('reads UTF-8 and says nothing of it', () => {
    expect(decodeText(Buffer.from('Zoë ☃ 🙂'))).toEqual({ text: 'Zoë ☃ 🙂', invalid: false })
  })

  test('shows what is no UTF-8, and says so', () => {
    expect(decodeText(Buffer.from([0x61, 0xff, 0x62]))).toEqual({ text: 'a\ufffdb', invalid: true })
  })
})

describe('parsing', () => {
  test.each([
    ['{"a":[1,null]}', { a: [1, null] }],
    ['null', null],
    ['0', 0],
    ['', undefined],
    ['{', undefined],
    ['{"a":1}{', undefined],
    ['NaN', undefined],
  ])('%j', (text, expected) => {
    expect(parseJson(text)).toEqual(expected)
  })

  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

  test('refuses what is nested deeper than anything documented, without crashing', () => {
    expect(parseJson(nested(512))).toBeDefined()
    expect(parseJson(nested(513))).toBeUndefined()
    expect(parseJson('[{"a":'.repeat(1_000_000))).toBeUndefined()
    expect(parseJson(nested(17), 16)).toBeUndefined()
    expect(parseJson(nested(2048), 2048)).toBeDefined()
    expect(parseJson(nested(2049), 2048)).toBeUndefined()
  })

  test('tells what is too deep from what is no JSON', () => {
    expect(isTooDeep(nested(512), 512)).toBe(false)
    expect(isTooDeep(nested(513), 512)).toBe(true)
    expect(isTooDeep(nested(1_000_000), 512)).toBe(true)
    expect(isTooDeep('['.repeat(1_000_000), 512)).toBe(false)
    expect(isTooDeep(`${nested(513)}]`, 512)).toBe(false)
  })

  test('does not take brackets in texts for nesting', () => {
    const texts = ['['.repeat(600), `"${'{'.repeat(600)}`, `\\${'['.repeat(600)}`]
    expect(parseJson(JSON.stringify(texts))).toEqual(texts)
  })

  test('keeps a member called __proto__ a member', () => {
    const parsed = parseJson('{"__proto__": {"users": []}}') as object
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
  })
})

describe('recording', () => {
  const plain = (text: string): string => text

  test('keeps a short body whole', () => {
    const data = Buffer.from('Zoë')
    expect(recordBody(data, 'Zoë', false, 100, plain)).toEqual({
      text: 'Zoë',
      bytes: 4,
      sha256: createHash('sha256').update(data).digest('hex'),
      truncated: false,
    })
  })

  test('cuts a long one, says so, and still tells its length', () => {
    const text = 'x'.repeat(100_000)
    const recorded = recordBody(Buffer.from(text), text, false, 10, plain)
    expect(recorded).toMatchObject({ text: 'xxxxxxxxxx', bytes: 100_000, truncated: true })
  })

  test('hides a secret before it cuts, so that no part of it stays', () => {
    const mask = (text: string): string => text.replaceAll('s3cret-key', '***')
    const text = `${'x'.repeat(5)}s3cret-key`
    expect(recordBody(Buffer.from(text), text, false, 8, mask).text).toBe('xxxxx***')
  })

  test('says where bytes were no UTF-8', () => {
    expect(recordBody(Buffer.from([0xff]), '\ufffd', true, 10, plain).invalidUtf8).toBe(true)
  })
})
