/** The build: recognised where it is fresh, whole or not at all, and no matter of two at once. */
import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PARTS = [
  'cli',
  'contracts',
  'dist',
  'helpers',
  'language',
  'model',
  'reference',
  'report',
  'runner',
  'schemas',
  'suites',
]
const FILES = ['build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']
/** Compilers of two builds share a busy machine. */
const TIMEOUT_MS = 240_000

let clone: string
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'uac-build-'))
  for (const part of [...PARTS, ...FILES])
    cpSync(join(ROOT, part), join(clone, part), { recursive: true, preserveTimestamps: true })
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), 'junction')
})
afterAll(() => rmSync(clone, { recursive: true }))

/** Runs Node.js in the clone. */
function node(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: clone }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr })
    })
  })
}

const compiled = (file: string): string => readFileSync(join(clone, 'dist', file), 'utf8')
const stamp = (): number => statSync(join(clone, 'dist/build.json')).mtimeMs

test('a build is made once, is whole or none, and two at once do not disturb each other', {
  timeout: TIMEOUT_MS,
}, async () => {
  expect((await node('build.mjs')).code).toBe(0)
  const made = stamp()
  const again = await node('build.mjs', '--then', 'dist/cli/main.js', '--version')
  expect([again.code, again.output, stamp()]).toEqual([0, '0.1.0\n', made])

  const source = join(clone, 'model/answer.ts')
  const sound = readFileSync(source)
  const before = compiled('model/answer.js')
  appendFileSync(source, '\nexport const broken: number = "text"\n')
  const broken = await node('build.mjs', '--then', 'dist/cli/main.js', '--version')
  expect(broken.code).toBe(2)
  expect(broken.output).toMatch(/model\/answer\.ts/)
  expect(broken.output).not.toContain('0.1.0')
  expect([compiled('model/answer.js'), stamp()]).toEqual([before, made])

  writeFileSync(source, `${sound}\nexport const SOUND = 'sound'\n`)
  const both = await Promise.all([
    node('build.mjs', '--then', 'dist/cli/main.js', 'requirements', '--contracts', 'v1'),
    node('build.mjs', '--then', 'dist/cli/main.js', 'requirements', '--contracts', 'v1'),
  ])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both[0]?.output).toBe(both[1]?.output)
  expect(compiled('model/answer.js')).toContain("SOUND = 'sound'")
  expect(readdirSync(clone).filter((name) => name.startsWith('.build-'))).toEqual([])
})
