/** Writes the files of a report. No file that holds a secret is written, and none is ever half written. */
import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../model/report.ts'
import { badgeJson, badgeSvg } from './badge.ts'
import { fitted } from './fit.ts'
import { harReport } from './har.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'

export interface WriteOptions {
  /** Replaces secrets by their placeholders. */
  mask: (text: string) => string
  containsSecret: (text: string) => boolean
  /** File to which the Markdown summary is appended (`GITHUB_STEP_SUMMARY`). */
  stepSummaryFile?: string
}

type Writer = (report: Report) => string | Promise<string>

/** In the order in which they are written: the one that other programs rely on comes first. */
const WRITERS: Record<string, Writer> = {
  'report.json': jsonReport,
  'report.md': markdownReport,
  'junit.xml': junitReport,
  'traffic.har': harReport,
  'badge.json': badgeJson,
  'badge.svg': badgeSvg,
  // By far the largest part of the code, and of no use before a run has begun.
  'report.html': async (report) => (await loadHtml()).htmlReport(report),
}

function loadHtml(): Promise<typeof import('./html.ts')> {
  return import('./html.ts')
}

/** Loads every writer, for whoever has time before the report is there. */
export async function loadWriters(): Promise<void> {
  await loadHtml()
}

/**
 * Writes every file of the report into `directory`, which is made if need be; returns their paths.
 * @throws Error when a file cannot be written, or would hold a secret; the other files are still written
 */
export async function writeReport(
  report: Report,
  directory: string,
  options: WriteOptions,
): Promise<string[]> {
  await mkdir(directory, { recursive: true })
  const shown = fitted(report)
  const written: string[] = []
  const problems: string[] = []
  let summary = ''
  for (const [name, writer] of Object.entries(WRITERS)) {
    const path = join(directory, name)
    const text = options.mask(await writer(shown))
    if (options.containsSecret(text)) {
      problems.push(name)
      // A file of an earlier run must not be taken for this one's.
      await rm(path, { force: true })
      continue
    }
    await replaceFile(path, text)
    written.push(path)
    if (name === 'report.md') summary = `${text}\n`
  }
  if (options.stepSummaryFile !== undefined && summary !== '')
    await appendFile(options.stepSummaryFile, summary)
  if (problems.length > 0) {
    throw new Error(`not written, because a secret would stand in it: ${problems.join(', ')}`)
  }
  return written
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await writeFile(temporary, text)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
