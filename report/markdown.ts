/** `report.md`: the run in a form that fits a comment on a pull request. */

import type { RunVerdict } from '../model/contract.ts'
import type { Report } from '../model/report.ts'
import { CAUSES_HEADING, causeText } from './common-causes.ts'
import { beyondText, durationText, headline, messageLines, verdictText } from './describe.ts'
import { formsText } from './forms.ts'
import { code, prose } from './markdown/escape.ts'
import { operationTable, profileTable, type Section, sectionsOf } from './markdown/sections.ts'
import { labelText, shortDigest, suiteText } from './provenance.ts'
import { documentsOf, publicOf, publicVerdictText } from './tiers.ts'

/** GitHub takes comments of up to 65,536 characters; some room is left for what surrounds ours. */
const MAX_LENGTH = 59_000

const SIGNS: Record<RunVerdict, string> = {
  conformant: '✅',
  nonconformant: '❌',
  incomplete: '⚠️',
  inconclusive: '❔',
}

/** Less than 60,000 characters: what does not fit is counted and left to `report.html`. */
export function markdownReport(report: Report): string {
  let text = head(documentsOf(report))
  for (const section of [...sectionsOf(documentsOf(report)), ...publicSections(report)])
    text += fitted(section, MAX_LENGTH - text.length)
  return text
}

function head(report: Report): string {
  const { summary, target, contracts, safety, run } = report
  const { judged, observable } = summary.coverage
  const label = labelText(report)
  const forms = formsText(report)
  const where =
    (target.embedded ? 'the embedded reference' : code(target.baseUrl)) +
    (label === undefined ? '' : ` (${code(label)})`)
  return `${[
    `## ${SIGNS[report.verdict]} Users API: ${verdictText(report)}`,
    ...(report.message === undefined
      ? [prose(headline(report))]
      : messageLines(report).map((line) => code(line, 1_000))),
    ...causes(report),
    `Target ${where}, contracts ${contracts.join(' and ')}, safety ${code(safety)}. ` +
      `Coverage: ${judged} of ${observable} observable requirements judged${beyondText(summary)}. ` +
      `${forms === undefined ? '' : `Forms: ${forms}. `}` +
      `${summary.requests.total} requests in ${durationText(run.durationMs)}.`,
    operationTable(report),
    ...profileTable(report),
  ].join('\n\n')}\n\n<sub>${prose(originText(report))}</sub>\n`
}

/** What many violations may have in common, before them. */
function causes({ commonCauses = [] }: Report): string[] {
  if (commonCauses.length === 0) return []
  const lines = commonCauses.map((one) => `- ${code(causeText(one), 1_000)}`)
  return [`**${CAUSES_HEADING}**\n\n${lines.join('\n')}`]
}

/** Where the report comes from, in one line. */
function originText(report: Report): string {
  const { run, provenance } = report
  const { digest, set } = provenance?.requirements ?? {}
  return [
    suiteText(report),
    `run ${run.id}`,
    run.endedAt === undefined ? run.startedAt : `${run.startedAt} to ${run.endedAt}`,
    ...(digest === undefined ? [] : [`requirements ${set ?? ''} ${shortDigest(digest)}`.replace('  ', ' ')]),
    ...(provenance === undefined ? [] : [`Node.js ${provenance.node}`]),
  ].join(', ')
}

/** What only public pages say: its verdict, and what there is to act on. */
function publicSections(report: Report): Section[] {
  const view = publicOf(report)
  if (view === undefined) return []
  // What was seen of the target belongs to the whole run, and is told once.
  const own = { ...view, documented: [], observations: [] }
  const told = sectionsOf(own).filter(({ heading }) => !heading.startsWith('Untested'))
  return [
    { heading: 'Beyond the documents', count: view.summary.coverage.observable, pieces: [publicPiece(view)] },
    ...told.map((section) => ({ ...section, heading: `Beyond the documents: ${section.heading}` })),
  ]
}

function publicPiece(view: Report): string {
  return `What only other public pages say has no part in the verdict: ${prose(publicVerdictText(view))}.`
}

/** As many pieces of a section as there is room for, and how many were left off. */
function fitted({ heading, pieces, count = pieces.length }: Section, room: number): string {
  let text = `\n### ${heading} (${count})\n\n`
  const note = (left: number): string => `\n${left} more in \`report.html\`.\n`
  for (const [index, piece] of pieces.entries()) {
    if (text.length + piece.length + 1 + note(pieces.length).length > room) {
      const cutText = text + note(pieces.length - index)
      return cutText.length > room ? '' : cutText
    }
    text += `${piece}\n`
  }
  return text
}
