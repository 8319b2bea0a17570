import { describe, expect, test } from 'vitest'
import { MemoryBudget } from './memory-budget.ts'

const MB = 1024 * 1024
const parsed = (budget: MemoryBudget, text: string): unknown =>
  budget.parsing(Buffer.from(text), (admit) => {
    admit(text.length)
    return JSON.parse(text)
  })
/** JSON of about this length that takes up about as much memory. */
const long = (length: number): string => JSON.stringify('x'.repeat(length))

async function* chunks(...lengths: number[]): AsyncGenerator<Uint8Array> {
  for (const length of lengths) yield Buffer.alloc(length)
}

async function received(stream: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0
  for await (const chunk of stream) length += chunk.length
  return length
}

describe('what answers take up', () => {
  test('is counted until it is too much, and then nothing long is parsed', () => {
    const budget = new MemoryBudget(10 * MB)
    for (let count = 0; count < 3; count++) expect(parsed(budget, long(3 * MB))).toHaveLength(3 * MB)
    let calls = 0
    const another = () =>
      budget.parsing(Buffer.from(long(3 * MB)), (admit) => {
        admit(3 * MB)
        calls++
      })
    expect(another).toThrow(/take up more than 10485760 bytes of memory \(MAX_KEPT_BYTES\)/)
    expect(calls).toBe(0)
  })

  test('does not matter for short answers', () => {
    const budget = new MemoryBudget(MB)
    for (let count = 0; count < 1_000; count++) expect(parsed(budget, long(10_000))).toHaveLength(10_000)
  })

  test('is nothing where nothing came of it', () => {
    const budget = new MemoryBudget(4 * MB)
    for (let count = 0; count < 9; count++) {
      expect(budget.parsing(Buffer.alloc(MB), (admit) => admit(MB))).toBeUndefined()
    }
  })

  test('is not counted again where it is taken over from earlier answers', () => {
    const budget = new MemoryBudget(10 * MB)
    const body = Buffer.from(long(3 * MB))
    const takenOver = () =>
      budget.parsing(body, (admit) => {
        admit(100)
        return 'what was parsed before'
      })
    expect(parsed(budget, long(3 * MB))).toHaveLength(3 * MB)
    for (let count = 0; count < 9; count++) expect(takenOver()).toBe('what was parsed before')
  })

  test('is forgotten once answers are only looked at', () => {
    const budget = new MemoryBudget(10 * MB)
    budget.stopKeeping()
    for (let count = 0; count < 9; count++) expect(parsed(budget, long(3 * MB))).toHaveLength(3 * MB)
  })

  test.each([
    ['brackets', '['.repeat(MB)],
    ['empty objects', `[${'{},'.repeat(MB / 3)}1]`],
    ['names that differ', `{${Array.from({ length: 80_000 }, (_, index) => `"k${index}":1`).join()}}`],
    [
      'names with a blank behind',
      `{${Array.from({ length: 80_000 }, (_, index) => `"k${index}" :1`).join()}}`,
    ],
  ])('is foreseen where a body grows when it is parsed: %s', (_name, text) => {
    expect(() => parsed(new MemoryBudget(10 * MB), text)).toThrow(/bytes of memory/)
  })

  test('is not taken for more than it is where texts hold colons and brackets are few', () => {
    const users = Array.from({ length: 8_000 }, (_, index) => ({
      id: `usr_${index}`,
      email: `person.${index}@brand.example`,
      name: `Person ${index}`,
      created_at: '2026-01-01T00:00:00.000000+00:00',
    }))
    const text = JSON.stringify({ users })
    expect(parsed(new MemoryBudget(10 * MB), text)).toEqual({ users })
  })

  test('never is more than the memory of Node.js allows', () => {
    const budget = new MemoryBudget(Number.MAX_SAFE_INTEGER)
    const huge = { length: 2 ** 50 } as Uint8Array
    expect(() => budget.parsing(huge, (admit) => admit(huge.length))).toThrow(
      /NODE_OPTIONS=--max-old-space-size/,
    )
  })
})

describe('bodies under way', () => {
  const HALF = 256 * MB

  test('may not be too long together', async () => {
    const budget = new MemoryBudget(MB)
    const first = budget.receiving(chunks(HALF, 1))
    await first.next()
    const second = budget.receiving(chunks(HALF, 1))
    await second.next()
    await expect(second.next()).rejects.toMatchObject({ kind: 'too-large' })
  })

  test('count until they have come, or nobody waits for them', async () => {
    const budget = new MemoryBudget(MB)
    for (let count = 0; count < 3; count++) {
      expect(await received(budget.receiving(chunks(HALF, 10)))).toBe(HALF + 10)
      for await (const _chunk of budget.receiving(chunks(HALF, HALF))) break
    }
  })
})
