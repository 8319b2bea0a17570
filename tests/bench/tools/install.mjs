/**
 * Installs the tools that are compared, each of exactly one version and in a folder of its own under
 * `reports/bench-tools/`, which is not committed: together they weigh more than the suite, and nobody needs them
 * to use it. What is installed stays for the next time.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const manifest = JSON.parse(readFileSync(new URL('./manifest.json', import.meta.url), 'utf8'))
const CACHE = fileURLToPath(new URL('../../../reports/bench-tools/', import.meta.url))
const INSTALL = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1']
const LIMIT_MS = 180_000

/**
 * Makes every tool of the manifest ready.
 * @returns name to `{ title, version, bin }`, or to `{ title, version, reason }` where it could not be installed
 */
export function installTools() {
  return Object.fromEntries(Object.entries(manifest).map(([name, tool]) => [name, install(name, tool)]))
}

function install(name, { title, package: id, version, command }) {
  const folder = join(CACHE, `${name}-${version}`)
  const bin = () => binOf(join(folder, 'node_modules', id), version, command)
  let problem
  if (bin() === undefined) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, dependencies: { [id]: version } }),
    )
    console.error(`installing ${title} ${version}`)
    problem = npmInstall(folder)
  }
  const found = bin()
  return found === undefined
    ? { title, version, reason: problem ?? 'it has no such command' }
    : { title, version, bin: found }
}

/** The script behind a command of an installed package; undefined where it is not there in this version. */
function binOf(folder, version, command) {
  try {
    const installed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const script = typeof installed.bin === 'string' ? installed.bin : installed.bin?.[command]
    return installed.version === version && script !== undefined ? join(folder, script) : undefined
  } catch {
    return undefined
  }
}

/** Why npm could not install, in a few words without paths; undefined when it could. */
function npmInstall(folder) {
  const { status, error, stderr } = spawnSync('npm', INSTALL, {
    cwd: folder,
    encoding: 'utf8',
    timeout: LIMIT_MS,
  })
  if (error) return `npm did not run: ${error.code ?? error.message}`
  if (status === 0) return undefined
  const code = /npm (?:error|ERR!) code (\w+)/.exec(stderr)?.[1]
  return `npm install ended with ${code ?? status}`
}
