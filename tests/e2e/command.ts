/** Runs the real command as users do, in an empty folder, with nothing but the given environment. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import type { Report } from '../../model/report.ts'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** What a command left behind, until the file of the tests ends. */
export interface Finished {
  code: number
  stdout: string
  stderr: string
  /** The folder it ran in; reports are below it. */
  folder: string
  /** Reads `report.json`. @throws when the command wrote none */
  report(): Report
}

/** Runs the command to its end; never throws for its exit code. */
export function command(
  args: string[],
  environment: Record<string, string> = {},
  timeoutMs = 50_000,
): Promise<Finished> {
  const folder = mkdtempSync(join(tmpdir(), 'uac-e2e-'))
  folders.push(folder)
  const { PATH = '', HOME = '' } = process.env
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { cwd: folder, env: { PATH, HOME, ...environment }, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') return reject(error)
        resolve({
          code: typeof error?.code === 'number' ? error.code : 0,
          stdout,
          stderr,
          folder,
          report: () =>
            JSON.parse(
              readFileSync(join(folder, environment.REPORT_DIR ?? 'reports/latest', 'report.json'), 'utf8'),
            ),
        })
      },
    )
  })
}
