/** What becomes of a report: files, terminal, step summary, annotations, exit code. */
import type { Config } from '../helpers/config/config.ts'
import { secretsOf } from '../helpers/config/config.ts'
import type { Secret } from '../helpers/secrets/mask.ts'
import { maskOf } from '../helpers/secrets/mask-of.ts'
import type { Report } from '../model/report.ts'
import { exitCode } from '../report/build.ts'
import { fitted } from '../report/fit.ts'
import { gateLines } from '../report/gate/terminal.ts'
import { jsonReport } from '../report/json.ts'
import { sealed } from '../report/seal.ts'
import { painter } from '../report/terminal/style.ts'
import { type Detail, terminalSummary } from '../report/terminal.ts'
import { loadWriters, writeReport } from '../report/write.ts'
import { annotations, withoutCommands } from './github.ts'
import { wantsColour, widthOf } from './terminal.ts'

/** Where a report goes, and how it counts. */
export type Publication = Pick<
  Config,
  'reportDir' | 'allowIncomplete' | 'v3' | 'v1' | 'proxy' | 'extraHeaders'
> & {
  secrets?: Secret[]
}

/** Loads what `publish` needs and has not loaded yet. */
export async function preload(): Promise<void> {
  await loadWriters()
}

/** How a report is shown beside its files. */
export interface Showing {
  detail?: Detail
  /** `json`: the report itself on standard output, for programs; what is for people goes to the other stream. */
  format?: 'text' | 'json'
}

/** Writes and prints a report. @returns the exit code of the run */
export async function publish(
  report: Report,
  config: Publication,
  { detail = 'usual', format = 'text' }: Showing = {},
): Promise<number> {
  const screen = format === 'json' ? process.stderr : process.stdout
  const mask = maskOf([...secretsOf(config), ...(config.secrets ?? [])])
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY } = process.env
  await writeReport(report, config.reportDir, {
    mask,
    containsSecret: mask.containsSecret,
    ...(GITHUB_STEP_SUMMARY ? { stepSummaryFile: GITHUB_STEP_SUMMARY } : {}),
  })
  const colour = wantsColour(screen)
  const width = widthOf(screen)
  const gate = gateLines(report, painter(colour), Math.max(40, width))
  const summary = terminalSummary(report, { colour, width, reportPath: config.reportDir, detail })
  const text = mask(`${summary}${gate.map((line) => `${line}\n`).join('')}`)
  if (GITHUB_ACTIONS === 'true') {
    const notes = annotations(report).map((line) => `${mask(line)}\n`)
    screen.write(withoutCommands(text) + notes.join(''))
  } else screen.write(text)
  if (format === 'json') process.stdout.write(mask(jsonReport(sealed(fitted(report)))))
  return report.gate?.exitCode ?? exitCode(report, config.allowIncomplete)
}
