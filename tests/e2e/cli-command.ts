/** Runs the real command to its end, as users do: in an empty folder, with nothing but the given environment. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built command. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** What a command said, and how it ended. */
export interface Finished {
  code: number
  stdout: string
  stderr: string
}

/** Never throws for an exit code. @throws Error where the suite was not built */
export function command(args: string[], environment: Record<string, string> = {}): Promise<Finished> {
  if (!existsSync(MAIN)) throw new Error('these tests need the built suite: npm run build')
  const cwd = mkdtempSync(join(tmpdir(), 'uac-cli-'))
  const { PATH = '', HOME = '' } = process.env
  const options = { cwd, env: { PATH, HOME, ...environment }, timeout: 50_000, maxBuffer: 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) => {
      rmSync(cwd, { recursive: true })
      const code = error === null ? 0 : error.code
      if (typeof code === 'number') resolve({ code, stdout, stderr })
      else reject(error)
    })
  })
}
