import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  BodyError,
  collect,
  decodeText,
  decompress,
  isTooDeep,
  parseJson,
  recordBody,
  textOf,
} from './body.ts'

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function decompressed(data: Buffer, encoding: string | undefined, maxBytes: number): Promise<string> {
  return (await decompress(data, encoding, maxBytes)).toString()
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
    expect(await decompressed(data, encoding, 10_000)).toBe(text)
  })

  test.each([undefined, '', 'identity', ' Identity '])('leaves %j alone', async (encoding) => {
    expect(await decompressed(Buffer.from(text), encoding, 10_000)).toBe(text)
  })

  test('undoes several from the last to the first, in any spelling', async () => {
    const twice = brotliCompressSync(gzipSync(text))
    expect(await decompressed(twice, 'GZIP, br', 10_000)).toBe(text)
  })

  test.each(Object.keys(encoded))('does not let a bomb of %s go off', async (encoding) => {
    const zeros = Buffer.alloc(5_000_000)
    const bomb = { gzip: gzipSync, 'x-gzip': gzipSync, deflate: deflateSync, br: brotliCompressSync }[
      encoding
    ]
    const data = bomb?.(zeros) ?? zeros
    await expect(decompressed(data, encoding, 100_000)).rejects.toMatchObject({ kind: 'too-large' })
  })

  test.each(Object.keys(encoded))('says what is no %s', async (encoding) => {
    await expect(decompressed(Buffer.from('plain'), encoding, 100)).rejects.toMatchObject({
      kind: 'protocol',
      message: `the body is not valid ${encoding} data`,
    })
  })

  test.each(['zip', 'constructor', '__proto__'])('does not know %s', async (encoding) => {
    await expect(decompressed(Buffer.from('x'), encoding, 100)).rejects.toThrow(BodyError)
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

describe('a body as text', () => {
  test.each([
    ['short', 'Zoë', 'Zoë'],
    ['with a byte order mark', '\ufeff{}', '{}'],
    ['nothing', '', ''],
  ])('%s', (_name, sent, text) => {
    const body = textOf(Buffer.from(sent), 100)
    expect([body.head, body.whole(), body.invalid]).toEqual([text, text, false])
  })

  test.each(['x', 'ë', '\u20ac', '\u{1f600}'])('of a long one of %s the beginning is decoded', (letter) => {
    const text = letter.repeat(400_000)
    const body = textOf(Buffer.from(text), 10_000)
    expect(body.head.length).toBeLessThan(text.length)
    expect(recordBody(Buffer.from(text), body, 10_000, (one) => one)).toMatchObject({
      text: text.slice(0, 10_000),
      truncated: true,
    })
    expect(body.whole()).toBe(text)
    expect(body.invalid).toBe(false)
  })

  test('bytes that are no UTF-8 are noticed at the end of a long one too', () => {
    const data = Buffer.concat([Buffer.alloc(1_000_000, 'x'), Buffer.from([0xff])])
    expect(textOf(data, 100).invalid).toBe(true)
  })
})

describe('recording', () => {
  const plain = (text: string): string => text
  const decoded = (text: string) => ({ head: text, invalid: false })

  test('keeps a short body whole', () => {
    const data = Buffer.from('Zoë')
    expect(recordBody(data, decoded('Zoë'), 100, plain)).toEqual({
      text: 'Zoë',
      bytes: 4,
      sha256: createHash('sha256').update(data).digest('hex'),
      truncated: false,
    })
  })

  test('cuts a long one, says so, and still tells its length', () => {
    const text = 'x'.repeat(100_000)
    const recorded = recordBody(Buffer.from(text), decoded(text), 10, plain)
    expect(recorded).toMatchObject({ text: 'xxxxxxxxxx', bytes: 100_000, truncated: true })
  })

  test('hides a secret before it cuts, so that no part of it stays', () => {
    const mask = (text: string): string => text.replaceAll('s3cret-key', '***')
    const text = `${'x'.repeat(5)}s3cret-key`
    expect(recordBody(Buffer.from(text), decoded(text), 8, mask).text).toBe('xxxxx***')
  })

  test('says where bytes were no UTF-8', () => {
    expect(recordBody(Buffer.from([0xff]), { head: '\ufffd', invalid: true }, 10, plain).invalidUtf8).toBe(
      true,
    )
  })
})
