/**
 * Makes `dist/` of the sources: `node build.mjs [--unchecked] [--then FILE ARGS...]`. A build that is fresh is recognised by what was read
 * the last time, and left alone. Everything is made in a folder beside and moved over file by file, so that a run which
 * goes on meanwhile, or a second build, never meets half a file. Ends with 2 where the sources do not compile: what was
 * built before stays then. `--unchecked` takes over what could be compiled all the same, for `npm run update`.
 * `--then FILE ARGS...` goes on with a compiled program in this process, which saves the start of another.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = dirname(fileURLToPath(import.meta.url))
const DIST = join(ROOT, 'dist')
/** What the last build was made of. */
const STAMP = 'build.json'
/** What a build reads; links in them lead nowhere. */
const SOURCES = [
  'cli',
  'contracts',
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
/** Code of a build that failed: no verdict on any target. */
const FAILED = 2

const [, , mode, ...rest] = process.argv
const isUnchecked = mode === '--unchecked'

/** Path, size and time of every source. */
function lookedAt() {
  const files = [
    ...FILES,
    ...SOURCES.flatMap((folder) => filesIn(join(ROOT, folder)).map((file) => join(folder, file))),
  ]
  return files.map((file) => {
    const { size, mtimeMs } = statSync(join(ROOT, file))
    return `${file} ${size} ${mtimeMs}`
  })
}

/** Every file below a folder, by its path in there. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort()
}

/** The commit that is checked out, which reports name; empty outside of a repository. */
function head() {
  try {
    const place = join(ROOT, '.git')
    const folder = statSync(place).isFile()
      ? join(
          ROOT,
          relative(
            ROOT,
            readFileSync(place, 'utf8')
              .replace(/^gitdir: /, '')
              .trim(),
          ),
        )
      : place
    const name = readFileSync(join(folder, 'HEAD'), 'utf8').trim()
    const ref = /^ref: (.*)$/.exec(name)?.[1]
    if (ref === undefined) return name
    const common = existsSync(join(folder, 'commondir'))
      ? join(folder, readFileSync(join(folder, 'commondir'), 'utf8').trim())
      : folder
    if (existsSync(join(common, ref))) return readFileSync(join(common, ref), 'utf8').trim()
    return `${ref} ${statSync(join(common, 'packed-refs')).mtimeMs}`
  } catch {
    return ''
  }
}

function digest(lines) {
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

function contents(looks) {
  return digest(looks.map((look) => readFileSync(join(ROOT, look.split(' ')[0]), 'utf8')))
}

function stamped() {
  try {
    return JSON.parse(readFileSync(join(DIST, STAMP), 'utf8'))
  } catch {
    return {}
  }
}

/** Runs a program of the dependencies; gives its exit code. */
function run(program, ...args) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(FAILED))
    child.on('exit', (code) => resolve(code ?? FAILED))
  })
}

/** Whether a file of `dist/` comes from a build; Vitest keeps a cache there. */
function isOurs(file) {
  return !file.startsWith('node_modules') && /\.(?:[cm]?js|d\.ts|css|json|txt)$/.test(file)
}

/** Puts a file in its place at once, whoever reads there. */
function place(text, file) {
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, text)
  renameSync(beside, file)
}

/** Takes away what was compiled from a source that is gone. */
function dropStale(made) {
  for (const file of filesIn(made)) {
    const module = /^(.*)\.d\.ts$/.exec(file)?.[1]
    if (module === undefined || existsSync(join(ROOT, `${module}.ts`))) continue
    for (const end of ['.d.ts', '.js']) rmSync(join(made, module + end), { force: true })
  }
}

/** Moves what has changed, and takes away what is no longer made. */
function moveOver(made) {
  dropStale(made)
  const files = filesIn(made)
  for (const file of files) {
    const target = join(DIST, file)
    const text = readFileSync(join(made, file))
    if (existsSync(target) && text.equals(readFileSync(target))) continue
    mkdirSync(dirname(target), { recursive: true })
    place(text, target)
  }
  const kept = new Set([...files, STAMP])
  for (const file of filesIn(DIST)) {
    if (!kept.has(file) && isOurs(file)) rmSync(join(DIST, file), { force: true })
  }
}

async function build(made) {
  // What the compiler remembers of the last time spares it most of the work.
  if (existsSync(join(DIST, '.tsbuildinfo'))) {
    cpSync(DIST, made, { recursive: true, filter: (file) => relative(DIST, file) !== 'node_modules' })
  }
  const modules = join(made, 'report', 'html', 'script-modules')
  const compiler = 'typescript/bin/tsc'
  const codes = await Promise.all([
    run(
      compiler,
      '-p',
      'tsconfig.build.json',
      '--outDir',
      made,
      '--tsBuildInfoFile',
      join(made, '.tsbuildinfo'),
    ),
    run(compiler, '-p', 'report/html/script', '--noEmit', 'false', '--outDir', modules),
  ])
  if (codes.some((code) => code !== 0) && !isUnchecked) return false
  for (const step of ['helpers/schema/build.js', 'suites/build.js', 'report/html/build.js']) {
    await import(pathToFileURL(join(made, step)).href)
  }
  return true
}

const looks = lookedAt()
const look = digest([...looks, head()])
const last = stamped()
if (last.look !== look) {
  const made = join(ROOT, `.build-${process.pid}`)
  try {
    const content = contents(looks)
    const isSame = last.content === content && last.head === head()
    if (isSame || (await build(made))) {
      if (!isSame) moveOver(made)
      if (!isUnchecked) place(JSON.stringify({ look, content, head: head() }), join(DIST, STAMP))
      else rmSync(join(DIST, STAMP), { force: true })
    } else process.exitCode = FAILED
  } catch (error) {
    process.stderr.write(`the build failed: ${error.message}\n`)
    process.exitCode = FAILED
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

if (mode === '--then' && process.exitCode === undefined) {
  const [file = '', ...args] = rest
  const program = join(ROOT, file)
  process.argv.splice(1, process.argv.length, program, ...args)
  await import(pathToFileURL(program).href)
}
