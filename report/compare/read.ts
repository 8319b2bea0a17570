/** Reads reports that were written earlier, perhaps by another version of the suite. */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { printable } from '../../helpers/text/printable.ts'
import { VERDICTS } from '../../model/contract.ts'
import type { Report, RequirementResult } from '../../model/report.ts'

/** Thrown for what cannot be read as a report; the message names the file. */
export class CompareError extends Error {
  override name = 'CompareError' as const
}

/** A report and the file it was read from. */
export interface ReadReport {
  file: string
  report: Report
}

/** Version of the format that is understood; later minor versions only add members. */
const MAJOR = 1

/**
 * @param paths files, or directories that hold a `report.json`
 * @throws CompareError that names everything that is no report
 */
export async function readReports(paths: readonly string[]): Promise<ReadReport[]> {
  const results = await Promise.allSettled(paths.map(readReport))
  const problems = results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as Error).message] : [],
  )
  if (problems.length > 0) throw new CompareError(problems.join('\n'))
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

/** Short names that tell reports apart: the directory or file name where that is enough, else the path. */
export function labelsOf(files: readonly string[]): string[] {
  const short = files.map((file) => {
    const name = basename(file)
    return name === 'report.json' ? basename(dirname(file)) || file : name.replace(/\.json$/, '')
  })
  return short.map((label, index) =>
    label !== '.' && short.indexOf(label) === short.lastIndexOf(label) ? label : (files[index] ?? label),
  )
}

async function readReport(path: string): Promise<ReadReport> {
  const where = printable(path, 200)
  let file = path
  let text: string
  try {
    if ((await stat(path)).isDirectory()) file = join(path, 'report.json')
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new CompareError(`${where}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  return { file, report: parseReport(text, where) }
}

/** @throws CompareError when the text is no report, or one of a format that is not understood */
export function parseReport(text: string, where: string): Report {
  let value: Partial<Report>
  try {
    value = JSON.parse(text) as Partial<Report>
  } catch {
    throw new CompareError(`${where}: is not valid JSON`)
  }
  const version = value?.schemaVersion
  if (typeof version !== 'string') throw new CompareError(`${where}: is no report, it has no schemaVersion`)
  if (Number.parseInt(version, 10) !== MAJOR) {
    throw new CompareError(
      `${where}: has report format ${printable(version, 20)}; this version of the suite reads ${MAJOR}.x. Use the version that wrote it.`,
    )
  }
  const problem = problemOf(value)
  if (problem !== undefined) throw new CompareError(`${where}: is no whole report, ${problem}`)
  return value as Report
}

/** What is read of a report later on has to be there and of its kind; the schema says more. */
function problemOf({ suite, target, contracts, run, summary, requirements, exchanges }: Partial<Report>) {
  const { judged, observable } = summary?.coverage ?? {}
  const facts: [name: string, sound: boolean][] = [
    ['suite', typeof suite?.version === 'string'],
    ['target', typeof target?.baseUrl === 'string'],
    ['contracts', Array.isArray(contracts)],
    ['run', typeof run?.startedAt === 'string' && typeof run.durationMs === 'number'],
    ['summary', typeof judged === 'number' && typeof observable === 'number'],
    ['requirements', Array.isArray(requirements) && requirements.every(isResult)],
    ['exchanges', Array.isArray(exchanges)],
  ]
  const broken = facts.filter(([, sound]) => !sound).map(([name]) => name)
  return broken.length > 0 ? `it is not sound in ${broken.join(', ')}` : undefined
}

function isResult(value: Partial<RequirementResult> | null): boolean {
  const { id, operation, level, title, verdict, deviations, evidence } = value ?? {}
  const texts = [id, operation, level, title].every((text) => typeof text === 'string')
  const known = VERDICTS.some((one) => one === verdict)
  return texts && known && Array.isArray(deviations) && Array.isArray(evidence)
}
