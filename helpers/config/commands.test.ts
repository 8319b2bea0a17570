import { describe, expect, test } from 'vitest'
import { credentialAgain, runProgram, wordsOf } from './commands.ts'
import { ConfigError, readConfig, renewablesOf, secretsOf } from './config.ts'

const TARGET = { BASE_URL: 'https://staging.example.com' }
const node = (script: string): string => `'${process.execPath}' -e "${script}"`

function problemsOf(environment: Record<string, string>): ConfigError['problems'] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('a command', () => {
  test.each([
    ['vault kv get -field=key  secret/staging', ['vault', 'kv', 'get', '-field=key', 'secret/staging']],
    [`sh -c 'a | b "$X"'`, ['sh', '-c', 'a | b "$X"']],
    ['say "a \\"b\\" $c" d\\ e', ['say', 'a "b" $c', 'd e']],
    [`a''b "" c'd'"e"`, ['ab', '', 'cde']],
    [`say 'a`, undefined],
    ['say "a', undefined],
    ['say a\\', undefined],
  ])('is split into words: %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('prints the credential, with or without an end of line', () => {
    const config = readConfig({ ...TARGET, API_KEY_COMMAND: node(`console.log('key-of-today')`) })
    expect(config.v3.apiKey).toBe('key-of-today')
    expect(config.contracts).toEqual(['v3'])
    expect(secretsOf(config)).toContainEqual({ placeholder: '$API_KEY', value: 'key-of-today' })
    expect(renewablesOf(config)).toMatchObject([
      { variable: 'API_KEY', header: 'x-api-key', value: 'key-of-today' },
    ])
    const token = readConfig({
      ...TARGET,
      ACCESS_TOKEN_COMMAND: node(`process.stdout.write('token-of-today')`),
    })
    expect(token.v1.accessToken).toBe('token-of-today')
  })

  test.each([
    [{ API_KEY_COMMAND: 'no-such-program-4711 x' }, 'no such program'],
    [{ API_KEY_COMMAND: node('process.exit(3)') }, 'with exit code 3'],
    [{ API_KEY_COMMAND: node('') }, 'printed nothing'],
    [{ API_KEY_COMMAND: node(`console.log('s3cret-4713\\n\\nline')`) }, 'It contains a line break'],
    [{ API_KEY_COMMAND: node(`console.log('s3cret-4713'.repeat(9999))`) }, 'far more than'],
    [{ API_KEY_COMMAND: `say 's3cret-4713` }, 'not closed'],
    [{ API_KEY_COMMAND: 'say s3cret-4713', API_KEY: 'a-key' }, 'API_KEY is set as well'],
    [{ ACCESS_TOKEN_COMMAND: 'say s3cret-4713', ACCESS_TOKEN: 'a-token' }, 'ACCESS_TOKEN is set as well'],
  ])('that brings no credential is the one problem, and nothing of it is shown (%#)', (variables, told) => {
    const problems = problemsOf({ ...TARGET, ...variables })
    expect(problems.map(({ variable }) => variable)).toEqual([Object.keys(variables)[0]])
    expect(problems[0]?.fix).toContain(told)
    expect(JSON.stringify(problems)).not.toContain('s3cret')
  })

  test('is no shell’s', () => {
    expect(runProgram(['echo', '$HOME', '|', 'cat'])).toEqual({ output: '$HOME | cat\n' })
  })

  test('is not run without a target, and belongs to one', () => {
    const API_KEY_COMMAND = 'no-such-program-4711'
    expect(problemsOf({ API_KEY_COMMAND })[0]?.variable).toBe('BASE_URL')
    expect(readConfig({ API_KEY_COMMAND }, { embedded: true }).commands).toBeUndefined()
  })

  test('can be run again', async () => {
    const again = (script: string) =>
      credentialAgain({
        variable: 'API_KEY',
        words: [process.execPath, '-e', script],
        header: 'x-api-key',
        prefix: '',
      })
    expect(await again(`console.log('key-of-tomorrow')`)).toBe('key-of-tomorrow')
    expect(await again('process.exit(1)')).toBeUndefined()
    expect(await again('')).toBeUndefined()
  })
})
