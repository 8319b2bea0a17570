/** Starts the compiled command line, or Vitest's own, in a process of its own, to be interrupted. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const CONFIG = fileURLToPath(new URL('../../dist/cli/vitest.config.js', import.meta.url))

/** A process that was started. */
export interface Started {
  child: ChildProcess
  /** Resolves when the process has ended, with everything that it wrote. */
  ended: Promise<Ended>
}

export interface Ended {
  /** Null when a signal ended it. */
  code: number | null
  output: string
}

/** Starts a command with `environment` alone, beside what a process needs to run. */
export function started(args: string[], environment: Record<string, string>): Started {
  return startedScript([MAIN, ...args], environment, process.cwd())
}

/** Starts `vitest run` in the folder `cwd`, with the configuration for runs. */
export function startedVitest(args: string[], environment: Record<string, string>, cwd: string): Started {
  return startedScript([VITEST, 'run', '--config', CONFIG, ...args], environment, cwd)
}

function startedScript(args: string[], environment: Record<string, string>, cwd: string): Started {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, args, { cwd, env: { PATH, HOME, ...environment } })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  return {
    child,
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, output }))),
  }
}
