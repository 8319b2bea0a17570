/** The Dockerfile, where there is no Docker: each of its instructions is done in a folder that stands for the image. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Two installations and a build, on a busy machine. */
const TIMEOUT_MS = 400_000

const place = mkdtempSync(join(tmpdir(), 'uac-docker-'))
afterAll(() => rmSync(place, { recursive: true, force: true }), TIMEOUT_MS)

/** An image as it comes about. */
interface Stage {
  root: string
  workdir: string
  user: string
  entrypoint: string[]
}

const instructions = readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

function within(stage: Stage, path: string): string {
  return path.startsWith('/') ? join(stage.root, path) : join(stage.root, stage.workdir, path)
}

/** What npm needs here to reach the registry. */
const OF_NPM = /^(npm_config_\w+|node_extra_ca_certs|ssl_cert_\w+|(https?|no)_proxy)$/i

/** The variables under which something runs in a stage: what is global there is global below its root. */
function environmentOf({ root }: Stage): Record<string, string> {
  const given = Object.entries(process.env).filter(([name]) => OF_NPM.test(name))
  return {
    ...(Object.fromEntries(given) as Record<string, string>),
    PATH: `${join(root, 'usr/local/bin')}:${process.env.PATH}`,
    HOME: join(root, 'home/node'),
    npm_config_prefix: join(root, 'usr/local'),
    npm_config_cache: process.env.npm_config_cache ?? join(process.env.HOME ?? '', '.npm'),
    npm_config_prefer_offline: 'true',
  }
}

/** The files that `COPY . .` would see: those of the repository. */
function copySources(to: string): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  for (const file of files.split('\0').filter((one) => one !== '' && existsSync(join(ROOT, one)))) {
    mkdirSync(join(to, dirname(file)), { recursive: true })
    cpSync(join(ROOT, file), join(to, file))
  }
}

function run(stage: Stage, line: string): void {
  const command = line.replace(/(^|\s)\/(\S*)/g, (_, space: string, path: string) => {
    return `${space}${join(stage.root, path)}`
  })
  const cwd = join(stage.root, stage.workdir)
  const { status, stderr } = spawnSync('sh', ['-c', command], {
    cwd,
    env: environmentOf(stage),
    encoding: 'utf8',
  })
  expect(status, `${line}\n${stderr}`).toBe(0)
}

function copy(stage: Stage, stages: Map<string, Stage>, words: string[]): void {
  const [first = '', second = '', third = ''] = words
  if (!first.startsWith('--from=')) {
    copySources(within(stage, second))
    return
  }
  const from = stages.get(first.slice('--from='.length))
  const [start = '', end = ''] = (second.split('/').at(-1) ?? '').split('*')
  const folder = from ? dirname(within(from, second)) : ''
  const found = readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith(end))
  expect(found, second).toBeDefined()
  cpSync(join(folder, found ?? ''), within(stage, third))
}

/** Does everything that the file says. @returns the last image */
function built(): Stage {
  const stages = new Map<string, Stage>()
  let stage: Stage = { root: '', workdir: '/', user: 'root', entrypoint: [] }
  for (const line of instructions) {
    const [instruction = '', ...words] = line.split(' ')
    const rest = words.join(' ')
    if (instruction === 'FROM') {
      stage = { root: join(place, String(stages.size)), workdir: '/', user: 'root', entrypoint: [] }
      expect(words[0]).toMatch(/^node:\d+-slim$/)
      stages.set(words[2] ?? String(stages.size), stage)
      mkdirSync(join(stage.root, 'home/node'), { recursive: true })
    } else if (instruction === 'WORKDIR') {
      stage.workdir = rest
      mkdirSync(within(stage, '.'), { recursive: true })
    } else if (instruction === 'COPY') copy(stage, stages, words)
    else if (instruction === 'RUN') run(stage, rest)
    else if (instruction === 'USER') stage.user = rest
    else if (instruction === 'ENTRYPOINT') stage.entrypoint = JSON.parse(rest)
    else throw new Error(`unknown instruction ${instruction}`)
  }
  return stage
}

test('every command of the Dockerfile works, and what comes of it judges a target and is not root', {
  timeout: TIMEOUT_MS,
}, () => {
  const image = built()
  expect(image.user).toBe('node')
  const [program = '', ...given] = image.entrypoint
  const options = { cwd: within(image, '.'), env: environmentOf(image), encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(program, [...given, 'run', '--contracts', 'v1'], options)
  expect(status, stderr).toBe(0)
  expect(stdout).toContain('verdict   conformant')
  expect(existsSync(within(image, 'reports/latest/report.html'))).toBe(true)
})
