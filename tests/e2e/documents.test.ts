/** What documents show of the command line is what it does: their commands are run, and their outputs compared. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MAIN = join(ROOT, 'dist/cli/main.js')
/** A page has many runs, each after the other. */
const TIMEOUT_MS = 300_000
/** Stands for what a document leaves out: lines where it stands alone, else the rest of a line. */
const CUT = '…'
/** From this heading on the second state of the vendor's implementation is judged. */
const CORRECTED = '## 5. Correct it'

let folder: string
let servers: ChildProcess[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uac-documents-'))
  servers = []
})
afterEach(() => {
  for (const server of servers) server.kill()
  rmSync(folder, { recursive: true, force: true })
})

function page(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** The code blocks of one language in a page. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, name, body = '']) =>
    name === language ? [body] : [],
  )
}

/** The commands of a console, each with what is shown of its output. */
function commandsOf(block: string): { command: string; shown: string[] }[] {
  return block
    .replaceAll('\\\n', ' ')
    .split(/^\$ /m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [command = '', ...shown] = part.trimEnd().split('\n')
      return { command, shown }
    })
}

/** A line without what differs from run to run: numbers, times, random ids, and how far a column is indented. */
function comparable(line: string): string {
  return line
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#')
    .replace(/req_[0-9a-f]+/g, '#')
    .replace(/\d+(\.\d+)*/g, '#')
    .replace(/# (ms|s)\b/g, '# s')
    .replace(/\s+/g, ' ')
    .trim()
}

function agrees(shown: string, actual: string | undefined): boolean {
  if (actual === undefined) return false
  const [start = '', ...rest] = comparable(shown).split(CUT)
  return rest.length === 0 ? comparable(actual) === start : comparable(actual).startsWith(start)
}

/** Holds an output against what a document shows of it. */
function expectShown(shown: readonly string[], output: string, what: string): void {
  const actual = output.trimEnd().split('\n')
  let at = 0
  let isFree = false
  for (const line of shown) {
    if (line === CUT) {
      isFree = true
      continue
    }
    if (isFree) while (at < actual.length && !agrees(line, actual[at])) at++
    expect(agrees(line, actual[at]), `${what} no longer says: ${line}\nbut: ${actual.join('\n')}`).toBe(true)
    isFree = false
    at++
  }
}

/** Serves the vendor's implementation. @returns the environment to use against it */
async function kiosk(...args: string[]): Promise<Record<string, string>> {
  const server = spawn(process.execPath, [join(ROOT, 'tests/vendors/kiosk.mjs'), ...args])
  servers.push(server)
  let said = ''
  for await (const chunk of server.stdout) {
    said += String(chunk)
    if (/FOREIGN_PROFILE_ID=.*\n/.test(said)) break
  }
  const lines = [...said.matchAll(/^export (\w+)=(.*)$/gm)]
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value.replace(/^'|'$/g, '')]))
}

/** Runs a line of a shell in which `npx users-api-conformance` is this one. */
function shell(line: string, environment: Record<string, string>) {
  const own = line.replaceAll(/npx (--yes )?users-api-conformance/g, `"${process.execPath}" "${MAIN}"`)
  const env = { PATH: process.env.PATH ?? '', HOME: folder, ...environment }
  return spawnSync('sh', ['-c', own], { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26 })
}

/** Runs the commands of a console one after another. */
function walk(block: string, environment: Record<string, string>): void {
  let code = 0
  for (const { command, shown } of commandsOf(block)) {
    if (command === 'echo $?') expect(String(code), block).toBe(shown[0])
    // Installing is for the package's own test.
    else if (!command.startsWith('npm ')) {
      const { status, stdout } = shell(command, environment)
      code = status ?? -1
      expectShown(shown, stdout, command)
    }
  }
}

test('the way of docs/vendors.md leads where it says', { timeout: TIMEOUT_MS }, async () => {
  const [before = '', after = ''] = page('docs/vendors.md').split(CORRECTED)
  const [install = '', ...first] = blocks(before, 'console')
  walk(install, {})
  const safety = { CONTRACTS: 'v3', SAFETY: 'full' }
  const wrong = await kiosk('--first-try')
  for (const block of first) walk(block, { ...wrong, ...safety })
  const right = await kiosk()
  for (const block of blocks(after, 'console')) walk(block, { ...right, ...safety })
})

test('a run against the reference says what the README shows', { timeout: TIMEOUT_MS }, () => {
  const shown = blocks(page('README.md'), '').find((block) => block.startsWith('users-api-conformance '))
  const { stdout } = shell('npx users-api-conformance', {})
  expectShown(shown?.trimEnd().split('\n') ?? ['no such block'], stdout, 'README.md')
})

test('the recipe for any shell lets a release pass, or stops it', { timeout: TIMEOUT_MS }, async () => {
  const recipe = blocks(page('docs/ci.md'), 'sh').find((block) => block.startsWith('#!/bin/sh')) ?? ''
  const at = ({ BASE_URL = '', ...environment }: Record<string, string>) =>
    shell(recipe.replace('https://staging.example.com', BASE_URL), environment)
  const right = at(await kiosk())
  expect([right.status, right.stdout], right.stderr).toEqual([0, expect.stringMatching(/released\n$/)])
  const wrong = at(await kiosk('--first-try'))
  expect([wrong.status, wrong.stdout]).toEqual([
    1,
    expect.stringMatching(/stopped: the API breaks a promise/),
  ])
})
