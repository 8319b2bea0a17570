/** Writes the files of a report. No file that holds a secret is written, and none is ever half written. */

import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../helpers/text/sha256.ts'
import type { Report } from '../model/report.ts'
import { type Badge, badgeJson, badgeSvg, badgesOf } from './badge.ts'
import { ctrfReport } from './exports/ctrf.ts'
import { earlReport } from './exports/earl.ts'
import { fitted } from './fit.ts'
import { harReport } from './har.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import { sealed } from './seal.ts'

/** What watches over the files, beside what is written. */
export interface WriteOptions {
  /** Replaces secrets by their placeholders, where some may have come after the run: a report itself has none. */
  mask?: (text: string) => string
  /** Whether a text holds a secret all the same. */
  containsSecret?: (text: string) => boolean
  /** File to which the Markdown summary is appended (`GITHUB_STEP_SUMMARY`). */
  stepSummaryFile?: string
}

type Writer = (report: Report) => string | Promise<string>

/** In the order in which they are written: the one that other programs rely on comes first. */
const WRITERS: Record<string, Writer> = {
  'report.json': jsonReport,
  'report.md': markdownReport,
  'junit.xml': junitReport,
  'ctrf.json': ctrfReport,
  'earl.jsonld': earlReport,
  'traffic.har': harReport,
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
  options: WriteOptions = {},
): Promise<string[]> {
  const { mask = (text: string) => text, containsSecret = () => false } = options
  await mkdir(directory, { recursive: true })
  const shown = sealed(fitted(report))
  const written: string[] = []
  const problems: string[] = []
  const texts = new Map<string, string>()
  const write = async (name: string, made: string): Promise<void> => {
    const path = join(directory, name)
    const text = mask(made)
    if (containsSecret(text)) {
      problems.push(name)
      // A file of an earlier run must not be taken for this one's.
      await rm(path, { force: true })
      return
    }
    await replaceFile(path, text)
    written.push(path)
    texts.set(name, text)
  }
  await rm(join(directory, 'badges'), { recursive: true, force: true })
  for (const [name, writer] of Object.entries(WRITERS)) await write(name, await writer(shown))
  const json = texts.get('report.json')
  const badges = json === undefined ? [] : badgeFiles(shown, json)
  if (badges.some(([name]) => name.includes('/'))) await mkdir(join(directory, 'badges'))
  for (const [name, text] of badges) await write(name, text)
  const summary = texts.has('report.md') ? `${texts.get('report.md')}\n` : ''
  if (options.stepSummaryFile !== undefined && summary !== '')
    await appendFile(options.stepSummaryFile, summary)
  if (problems.length > 0) {
    throw new Error(`not written, because a secret would stand in it: ${problems.join(', ')}`)
  }
  return written
}

/** Badges name the digest of the report that they are about, so that they come last. */
function badgeFiles(report: Report, json: string): [name: string, text: string][] {
  const digest = sha256(json)
  const { run, profiles } = badgesOf(report, digest)
  const named = profiles.filter(({ name }) => /^[\w-]+$/.test(name))
  const pair = (path: string, badge: Badge): [string, string][] => [
    [`${path}.json`, badgeJson(badge)],
    [`${path}.svg`, badgeSvg(badge)],
  ]
  return [...pair('badge', run), ...named.flatMap((badge) => pair(`badges/${badge.name}`, badge))]
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
