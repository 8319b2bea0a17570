/** The two tiers of a report: writers show each by the same means, the documents first. */
import { type RunVerdict, type Tier, tierOf } from '../model/contract.ts'
import type { Report } from '../model/report.ts'

/** The report as if it had the requirements of the documents alone: its verdict and summary are theirs already. */
export function documentsOf(report: Report): Report {
  return { ...report, requirements: ofTier(report, 'documents') }
}

/** The report as if it had the requirements of the public tier alone; undefined where the run has none. */
export function publicOf(report: Report): Report | undefined {
  if (report.public === undefined) return undefined
  const { verdict, summary } = report.public
  const { message: _, partial: _partial, damages: _damages, gate: _gate, ...rest } = report
  return {
    ...rest,
    verdict,
    summary: { ...summary, requests: report.summary.requests },
    requirements: ofTier(report, 'public'),
    leftovers: [],
  }
}

/** Whether anything of it was judged or tried, so that there is more to tell than that it was not. */
export function wasTried({ requirements }: Report): boolean {
  return requirements.some(({ verdict }) => verdict !== 'untested')
}

const PUBLIC_WORDS: Record<RunVerdict, string> = {
  conformant: 'everything that was judged is met',
  nonconformant: 'not met',
  inconclusive: 'not settled',
  incomplete: 'met as far as it was tried',
}

/** The verdict of the public tier in words, so that nobody takes it for that of the documents. */
export function publicVerdictText(view: Report): string {
  const { verdict, summary } = view
  const { judged, observable } = summary.coverage
  const word = wasTried(view) ? PUBLIC_WORDS[verdict] : 'not tried'
  const isLeftOut = view.requirements.some(({ reason }) => reason?.includes('PUBLIC_TIER=auto') === true)
  return `${word}; ${judged} of ${observable} judged${isLeftOut ? '; PUBLIC_TIER=auto tries more' : ''}`
}

function ofTier({ requirements }: Report, tier: Tier): Report['requirements'] {
  return requirements.filter((result) => tierOf(result) === tier)
}
