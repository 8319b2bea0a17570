import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const read = (environment: Record<string, string>) => readConfig(environment, { embedded: true })

test.each([
  [{}, undefined, 300_000],
  [{ THOROUGH: 'off' }, undefined, 300_000],
  [{ THOROUGH: 'small' }, { depth: 'small' }, 600_000],
  [{ THOROUGH: 'medium' }, { depth: 'medium' }, 1_200_000],
  [{ THOROUGH: 'large' }, { depth: 'large' }, 3_600_000],
  [{ THOROUGH: '90s' }, { depth: 'large', durationMs: 90_000 }, 390_000],
  [{ THOROUGH: '5m', RUN_TIMEOUT_MS: '400000' }, { depth: 'large', durationMs: 300_000 }, 400_000],
])('%j', (environment, thorough, timeoutMs) => {
  const config = read(environment as Record<string, string>)
  expect(config.thorough).toEqual(thorough)
  expect(config.runTimeoutMs).toBe(timeoutMs)
})

test.each(['smal', '5', '0m', '13h', '-5m'])('%j is refused, with what is expected', (THOROUGH) => {
  expect(() => read({ THOROUGH })).toThrow(ConfigError)
  expect(() => read({ THOROUGH })).toThrow(/THOROUGH/)
})
