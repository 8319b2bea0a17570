/** Runs a process to its end and tells what it took: time from start to end, and its peak of memory. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PEAK = new URL('./peak.mjs', import.meta.url).href
const LOOPBACK = new URL('./loopback.mjs', import.meta.url).href
/** Longest that anything measured here may take. */
const LIMIT_MS = 300_000

/** An empty folder of its own for everything that is measured; goes when this process ends. */
export const scratch = mkdtempSync(join(tmpdir(), 'uac-bench-'))
let running
process.on('exit', () => {
  running?.kill('SIGKILL')
  rmSync(scratch, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))

/** What every measured process gets and no more, so that the machine's own settings change nothing. */
export function bareEnvironment() {
  const { PATH = '' } = process.env
  return { PATH, HOME: scratch, XDG_CONFIG_HOME: scratch }
}

/**
 * Runs Node.js with `args` to its end in the scratch folder.
 * @returns `ms` from start to end, `peak` bytes of resident memory over all its threads, exit `code`, `output`
 * @throws when it cannot be started, or takes longer than five minutes
 */
export async function measured(args, environment = {}, { loopbackOnly = false } = {}) {
  const peakFile = join(scratch, 'peak')
  rmSync(peakFile, { force: true })
  const preloads = [PEAK, ...(loopbackOnly ? [LOOPBACK] : [])].map((url) => `--import=${url}`).join(' ')
  const env = { ...bareEnvironment(), ...environment, NODE_OPTIONS: preloads, BENCH_PEAK_FILE: peakFile }
  const started = performance.now()
  running = spawn(process.execPath, args, { cwd: scratch, env })
  const { code, output } = await ended(running, args)
  const ms = performance.now() - started
  return { ms, peak: Number(readFileSync(peakFile, 'utf8')), code, output }
}

function ended(child, args) {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
    })
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`${args.join(' ')} took longer than ${LIMIT_MS / 1000} s`))
    }, LIMIT_MS)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output })
    })
  })
}
