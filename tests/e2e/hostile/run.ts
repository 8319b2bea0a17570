/** Runs of the built suite, as users start them. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readConfig, secretsOf } from '../../../helpers/config/config.ts'
import { createMask } from '../../../helpers/secrets/mask.ts'
import type { Report } from '../../../model/report.ts'

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url))

/** The files that every report has. */
export const FILES = [
  'badge.json',
  'badge.svg',
  'ctrf.json',
  'earl.jsonld',
  'junit.xml',
  'report.html',
  'report.json',
  'report.md',
  'traffic.har',
]

/** The names of a report's files, without the badges of its profiles. */
export function namesOf(files: ReadonlyMap<string, string>, directory: string): string[] {
  const names = [...files.keys()].map((path) => path.slice(directory.length + 1))
  return names.filter((name) => !name.startsWith('badges/')).sort()
}

/** Directories of one run, all below one that is to be removed afterwards. */
export interface Places {
  root: string
  REPORT_DIR: string
  JOURNAL_DIR: string
}

export async function makePlaces(): Promise<Places> {
  const root = await mkdtemp(join(tmpdir(), 'hostile-run-'))
  return { root, REPORT_DIR: join(root, 'report'), JOURNAL_DIR: join(root, 'journal') }
}

/** Judges a target in this process and writes its report. */
export async function runHere(environment: Record<string, string>): Promise<Report> {
  const { runConformance } =
    await built<typeof import('../../../runner/conformance.ts')>('runner/conformance.js')
  const { writeReport } = await built<typeof import('../../../report/write.ts')>('report/write.js')
  const config = readConfig(environment)
  const report = await runConformance(config)
  const mask = createMask(secretsOf(config))
  await writeReport(report, config.reportDir, { mask, containsSecret: mask.containsSecret })
  return report
}

/** What a command has said, and how it ended. */
export interface Ended {
  status: number | null
  output: string
}

/** Runs the real command. */
export async function runCommand(environment: Record<string, string>, args: string[] = []): Promise<Ended> {
  const child = spawn(process.execPath, [join(DIST, 'cli', 'main.js'), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, output: Buffer.concat(chunks).toString('utf8') }
}

/** Every file below a directory, by its path. */
export async function textsIn(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)))
}

/** @throws Error where the suite was not built, which says more than a missing module */
async function built<T>(file: string): Promise<T> {
  if (!existsSync(join(DIST, file))) throw new Error('these tests need the built suite: npm run build')
  return (await import(pathToFileURL(join(DIST, file)).href)) as T
}
