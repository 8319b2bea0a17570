/** The command line: help, usage errors, colours, and the reference started alone. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { parse } from 'dotenv'
import { afterEach, describe, expect, test } from 'vitest'
import { command, MAIN } from './cli-command.ts'

const COMMANDS = ['run', 'plan', 'serve', 'requirements', 'compare', 'merge', 'cleanup', 'prove']

const servers: ChildProcessByStdio<null, Readable, Readable>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.kill('SIGKILL')
})

/** Starts `serve` and waits for everything that it prints for a shell. */
async function serve(...args: string[]) {
  const server = spawn(process.execPath, [MAIN, 'serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  servers.push(server)
  const lines: string[] = []
  const said = once(createInterface(server.stderr), 'line')
  createInterface(server.stdout).on('line', (line) => lines.push(line))
  await said
  return { server, environment: parse(lines.join('\n')) }
}

describe('help', () => {
  test.each(COMMANDS)('of %s shows examples', async (name) => {
    const { code, stdout, stderr } = await command([name, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(new RegExp(`^Usage: users-api-conformance ${name} `))
    expect(stdout).toMatch(/\nExamples:\n {2}# .+\n {2}users-api-conformance/)
  })

  test('names every command, and no credential among the flags', async () => {
    const [whole, run] = await Promise.all([command(['--help']), command(['run', '--help'])])
    for (const name of COMMANDS) expect(whole.stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect(run.stdout).toContain('--base-url')
    expect(run.stdout).not.toMatch(/--\S*(api-key|token)/)
  })

  test('version is a version', async () => {
    const { code, stdout } = await command(['--version'])
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/)])
  })
})

describe('a command line that cannot be understood', () => {
  test.each([
    [['serv'], 'Did you mean serve?'],
    [['nonsense'], 'There are run, plan'],
    [['--base-ulr', 'x'], 'Did you mean --base-url?'],
    [['compare', '--gat', 'a', 'b'], 'Did you mean --gate?'],
    [['compare'], "missing required argument 'reports'"],
    [['compare', 'a'], 'at least two reports'],
    [['compare', 'a', 'b'], 'cannot be read (ENOENT)'],
    [['run', 'extra'], 'too many arguments'],
    [['--safety', 'reckless'], 'SAFETY: read "reckless"'],
    [['--shard', '4/3'], '--shard: read "4/3"'],
    [['--shard', '1/99'], 'at most 10 parts'],
    [['--only', 'v3.lst.*'], '--only: read "v3.lst.*"'],
    [['--update-baseline'], 'needs --baseline FILE'],
    [['--embedded', '--baseline', 'missing.json'], 'BASELINE: read "missing.json", which does not exist'],
    [['serve', '--fault', 'v3-list-created-statu'], 'Did you mean v3-list-created-status?'],
    [['serve', '--port', 'abc'], '--port has to be a whole number'],
    [['requirements', '--contracts', 'v2'], 'v3, v1 or v3,v1'],
    [['prove', 'v3-list-created-statu'], 'Did you mean v3-list-created-status?'],
  ])('%j gives exit code 2 and says what was meant', async (args, message) => {
    const { code, stdout, stderr } = await command(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test.each([['--api-key=sk_live_5ecret'], ['--access-token=sk_live_5ecret'], ['--apikey=sk_live_5ecret']])(
    '%s is refused, and what it holds is not repeated',
    async (argument) => {
      const { code, stdout, stderr } = await command([argument])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).not.toContain('5ecret')
    },
  )
})

describe('colour', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a pipe', {}, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['NO_COLOR beside FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('with %s', async (_name, environment, coloured) => {
    const { stdout } = await command(['requirements', '--contracts', 'v3'], environment)
    expect(stdout.includes('\x1b[')).toBe(coloured)
  })
})

describe('requirements', () => {
  test('are the same as text, JSON and Markdown', async () => {
    const [text, json, markdown] = await Promise.all(
      [[], ['--json'], ['--markdown']].map((flags) => command(['requirements', ...flags])),
    )
    const catalogue = JSON.parse(json?.stdout ?? '') as { id: string; title: string }[]
    expect(catalogue.length).toBeGreaterThan(100)
    for (const { id } of catalogue) {
      expect(text?.stdout).toContain(id)
      expect(markdown?.stdout).toContain(`\`${id}\``)
    }
  })
})

describe('serve', () => {
  test('prints what can be sourced, commits the fault, and ends on request', async () => {
    const { server, environment } = await serve('--fault', 'v3-list-created-status', '--prefix', '/staging')
    const { BASE_URL = '', API_KEY = '' } = environment
    expect(Object.keys(environment)).toEqual(
      expect.arrayContaining(['BASE_URL', 'API_KEY', 'DEVELOPER_API_KEY', 'PROFILE_ID', 'ACCESS_TOKEN']),
    )
    expect(BASE_URL).toMatch(/\/staging$/)
    const answer = await fetch(`${BASE_URL}/v3/users`, { headers: { 'x-api-key': API_KEY } })
    expect(answer.status).toBe(201)
    server.kill('SIGTERM')
    expect(await once(server, 'exit')).toEqual([0, null])
  })

  test('lists its faults and variants', async () => {
    const [faults, variants] = await Promise.all([
      command(['serve', '--list-faults']),
      command(['serve', '--list-variants']),
    ])
    expect(faults.stdout.split('\n').length).toBeGreaterThan(120)
    expect(faults.stdout).toContain('v3-list-created-status')
    expect(variants.code).toBe(0)
  })

  test('says so when the port is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    const address = blocker.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const { code, stderr } = await command(['serve', '--port', String(port)])
    blocker.close()
    expect([code, stderr]).toEqual([2, `cannot listen on 127.0.0.1 port ${port}: EADDRINUSE\n`])
  })
})
