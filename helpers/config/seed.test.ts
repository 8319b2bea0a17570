import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const read = (environment: Record<string, string>) => readConfig(environment, { embedded: true })

describe('seed', () => {
  test('any plain word is one', () => {
    expect(read({ SEED: ' 4711 ' }).seed).toBe('4711')
    expect(read({}).seed).toBeUndefined()
  })

  test.each(['a b', '"', 'x'.repeat(65)])('%j is refused', (SEED) => {
    expect(() => read({ SEED })).toThrow(/SEED/)
  })
})
