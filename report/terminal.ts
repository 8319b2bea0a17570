/** What the terminal shows at the end of a run. Everything of the target's passes through `printable`. */

import { printable } from '../helpers/text/printable.ts'
import { labelled } from '../helpers/text/wrap.ts'
import type { Report } from '../model/report.ts'
import { busyText } from './busy.ts'
import { CAUSES_HEADING, causeText } from './common-causes.ts'
import { DAMAGES_HEADING, damageText, restoreText } from './damages.ts'
import { beyondText, drawnText, durationText, messageLines, verdictText } from './describe.ts'
import { formsText } from './forms.ts'
import { failureLines } from './terminal/failures.ts'
import { reasonLines, warningLines } from './terminal/groups.ts'
import { type Layout, type Paint, painter, VERDICT_STYLE } from './terminal/style.ts'
import { operationTable } from './terminal/table.ts'
import { documentsOf, publicOf, publicVerdictText, wasTried } from './tiers.ts'

export interface TerminalOptions {
  colour: boolean
  /** Columns of the terminal. */
  width: number
  /** Where the report is, as it is to be shown. */
  reportPath: string
  /** `short`: the end alone; `whole`: nothing is folded; default: what fits a screen or two. */
  detail?: Detail
}

const LABEL = 10

/** How much is told. */
export type Detail = 'short' | 'usual' | 'whole'

/** The summary, ending in a line break. A run that could not be judged gets one message, not a wall. */
export function terminalSummary(whole: Report, options: TerminalOptions): string {
  const report = documentsOf(whole)
  const paint = painter(options.colour)
  const width = Math.max(40, options.width)
  const stopped = report.message !== undefined
  const nothingJudged = report.summary.coverage.judged === 0
  const { detail = 'usual' } = options
  const isWhole = detail === 'whole'
  const lines = [
    ...headLines(report, paint),
    ...damageLines(report, paint, width),
    ...causeLines(report, paint, width),
  ]
  if (!(stopped && nothingJudged) && detail !== 'short') {
    lines.push('', ...operationTable(report, paint, width))
    lines.push(...failureLines(report, { paint, width, isWhole }))
    lines.push(...warningLines(report, paint, width))
    const layout = { paint, width, isWhole }
    if (!stopped) lines.push(...reasonLines(report, 'inconclusive', layout))
    lines.push(...reasonLines(report, 'untested', layout))
    lines.push(...publicLines(whole, layout))
  }
  lines.push(...leftoverLines(report, paint, width), '', ...endLines(whole, options, paint, width))
  return `${lines.join('\n')}\n`
}

function headLines(report: Report, paint: Paint): string[] {
  const { suite, target, contracts, safety, run } = report
  const where = target.embedded ? 'the embedded reference' : target.baseUrl
  return [
    `${paint(printable(`${suite.name} ${suite.version}`), 'bold')} against ${printable(where, 200)}`,
    paint(printable(`contracts ${contracts.join(', ')}; safety ${safety}${drawnText(run)}`), 'dim'),
  ]
}

function damageLines({ damages = [] }: Report, paint: Paint, width: number): string[] {
  if (damages.length === 0) return []
  return [
    '',
    paint(DAMAGES_HEADING, 'bold', 'red'),
    ...damages.flatMap((damage) => [
      ...labelled('', printable(damageText(damage), 800), 2, width),
      ...labelled('', printable(restoreText(damage), 800), 4, width),
    ]),
  ]
}

function causeLines({ commonCauses = [] }: Report, paint: Paint, width: number): string[] {
  if (commonCauses.length === 0) return []
  return [
    '',
    paint(CAUSES_HEADING, 'bold', 'yellow'),
    ...commonCauses.flatMap((one) => labelled('', printable(causeText(one), 800), 2, width)),
  ]
}

/** What only public pages say, below everything that the documents say; nothing where nothing of it was tried. */
function publicLines(report: Report, layout: Layout): string[] {
  const view = publicOf(report)
  if (view === undefined || !wasTried(view)) return []
  const { paint, width } = layout
  const found = [...failureLines(view, layout), ...warningLines(view, paint, width)]
  const open = reasonLines(view, 'inconclusive', layout)
  if (found.length + open.length === 0) return []
  return ['', paint('Beyond the documents (public tier; no part of the verdict)', 'bold'), ...found, ...open]
}

function leftoverLines({ leftovers }: Report, paint: Paint, width: number): string[] {
  if (leftovers.length === 0) return []
  return [
    '',
    paint(`Left on the target (${leftovers.length})`, 'bold', 'yellow'),
    ...leftovers.flatMap(({ contract, email, id, reason }) =>
      labelled(
        '',
        printable(`${contract} ${email}${id === undefined ? '' : ` (${id})`}: ${reason}`, 400),
        2,
        width,
      ),
    ),
  ]
}

function endLines(report: Report, options: TerminalOptions, paint: Paint, width: number): string[] {
  const { coverage, requests } = report.summary
  const view = publicOf(report)
  const forms = formsText(report)
  const row = (label: string, text: string): string[] => labelled(label, text, LABEL, width)
  const told = messageLines(report).flatMap((line) => row('', printable(line, 1000)))
  const message = told.length === 0 ? [] : [...told, '']
  return [
    ...message.map((line) => line.trimStart()),
    `${'verdict'.padEnd(LABEL)}${paint(verdictText(report), 'bold', VERDICT_STYLE[report.verdict])}`,
    ...row(
      'coverage',
      `${coverage.judged} of ${coverage.observable} observable requirements judged${beyondText(report.summary)}`,
    ),
    ...(forms === undefined ? [] : row('forms', forms)),
    ...(view === undefined ? [] : row('public', publicVerdictText(view))),
    ...row('requests', `${requests.total} in ${durationText(report.run.durationMs)}${busyNote(report)}`),
    ...row('report', printable(options.reportPath)),
  ]
}

/** That the target said "not now", and how often: it slows a run down and is no verdict. */
function busyNote({ exchanges }: Report): string {
  const busy = busyText(exchanges)
  return busy === '' ? '' : `; answered "not now" and repeated: ${busy}`
}
