/** The top of the page: verdict, what it is about, and how much was judged. */

import type { Report } from '../../model/report.ts'
import { CAUSES_HEADING, causeText } from '../common-causes.ts'
import { drawnText, durationText, headline, messageLines, verdictText } from '../describe.ts'
import { formsText } from '../forms.ts'
import { RUN_TONE } from '../palette.ts'
import { labelText } from '../provenance.ts'
import { fragment, html, type Markup } from './markup.ts'
import { STATE_NAMES, STATES, type State, sign } from './state.ts'

/** Facts that take more than a few words. */
const WIDE = new Set(['Forms', 'Run'])

export function header(report: Report): Markup {
  const state = RUN_TONE[report.verdict]
  const verdict = verdictText(report)
  const name = verdict.charAt(0).toUpperCase() + verdict.slice(1)
  return html`<header class="head ${state}">
<p class="eyebrow">Users API conformance of ${where(report)}, <time datetime="${report.run.startedAt}">${whenText(report.run.startedAt)}</time></p>
<div class="verdict"><span class="seal">${sign(state)}</span><div>
<h1>${name}</h1>
<p class="headline">${headline(report)}</p>
</div></div>
${message(report)}
${causes(report)}
${bar(report)}
<ul class="counts" aria-label="Requirements by verdict">${STATES.map((one) => count(report, one))}</ul>
</header>`
}

function message(report: Report): Markup | undefined {
  if (report.message === undefined) return undefined
  return html`<p class="message">${messageLines(report).flatMap((line, index) => [index === 0 ? '' : html`<br>`, line])}</p>`
}

function causes({ commonCauses = [] }: Report): Markup | undefined {
  if (commonCauses.length === 0) return undefined
  const lines = commonCauses.flatMap((one) => [html`<br>`, causeText(one)])
  return html`<p class="message"><strong>${CAUSES_HEADING}</strong>${lines}</p>`
}

function where({ target }: Report): Markup {
  const url = html`<span class="target">${target.baseUrl}</span>`
  return target.embedded ? html`the embedded reference, ${url}` : url
}

/** How much was judged, and how: less urgent than what is violated. */
export function runPanel(report: Report): Markup {
  const { contracts, run, safety, summary, suite } = report
  const { judged, observable } = summary.coverage
  // Rounded down: only everything is 100 %.
  const percent = observable === 0 ? 0 : Math.floor((100 * judged) / observable)
  const label = labelText(report)
  const forms = formsText(report)
  const entries: [string, Markup | string][] = [
    ...(label === undefined ? [] : [['Implementation', label] satisfies [string, string]]),
    ['Contracts', contracts.join(', ')],
    ['Coverage', html`${percent} % <small>${judged} of ${observable} observable requirements judged</small>`],
    ...(forms === undefined ? [] : [['Forms', html`<small>${forms}</small>`] satisfies [string, Markup]]),
    ['Requests', html`${summary.requests.total} <small>in ${durationText(run.durationMs)}</small>`],
    ['Safety', safety],
    ...gateEntry(report),
    ['Run', html`${run.id} <small>${suite.name} ${suite.version}${drawnText(run)}</small>`],
  ]
  return html`<section class="panel" aria-labelledby="run"><h2 id="run">The run</h2><dl class="facts">${entries.map(([name, value]) => html`<div class="${WIDE.has(name) ? 'wide' : ''}"><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`
}

/** A gate that decides otherwise than the verdict has to say so. */
function gateEntry({ gate, shard }: Report): [string, Markup][] {
  const part = shard === undefined ? undefined : html` <small>shard ${shard.index} of ${shard.count}</small>`
  if (gate === undefined) return []
  const { known, outdated, only = [], skip = [] } = gate
  const notes = [
    ...(known.length > 0 ? [`${known.length} known in the baseline`] : []),
    ...(outdated.length > 0 ? [`${outdated.length} outdated in the baseline`] : []),
    ...(gate.failOn === 'failure' ? [] : [`fails on ${gate.failOn.replaceAll(',', ', ')}`]),
    ...only.map((pattern) => `only ${pattern}`),
    ...skip.map((pattern) => `without ${pattern}`),
  ]
  const word = gate.passed ? 'passed' : 'stopped'
  return [
    ['Gate', html`${word} <small>${[`exit code ${gate.exitCode}`, ...notes].join('; ')}</small>${part}`],
  ]
}

/** In thousandths of the bar: one violation among hundreds is to be seen. */
const NARROWEST = 10

/** Shares as one bar; the counts below say the same in words. */
function bar({ summary }: Report): Markup {
  const shares = STATES.filter((state) => state !== 'unobservable' && summary[state] > 0).map((state) => ({
    state,
    share: Math.max(NARROWEST, (1000 * summary[state]) / Math.max(1, summary.coverage.observable)),
  }))
  const all = shares.reduce((sum, { share }) => sum + share, 0)
  let from = 0
  const pieces = shares.map(({ state, share }) => {
    const start = from
    from += (1000 * share) / all
    // A gap stands between two pieces, none behind the last.
    const width = from - start - (from > 999.9 ? 0 : 3)
    return html`<rect class="${state}" x="${start.toFixed(1)}" width="${width.toFixed(1)}" height="10"/>`
  })
  return html`<svg class="bar" aria-hidden="true" width="100%" height="10" viewBox="0 0 1000 10" preserveAspectRatio="none">${pieces}</svg>`
}

function count({ summary }: Report, state: State): Markup {
  const number = summary[state]
  const content = html`${sign(state)}<b>${number}</b> ${STATE_NAMES[state]}`
  return number === 0
    ? html`<li class="${state} none">${content}</li>`
    : html`<li class="${state}"><a href="${fragment({ tier: 'documents', verdict: state })}">${content}</a></li>`
}

/** A time in UTC as a person reads it; what is no time is shown as it is. */
function whenText(iso: string): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  // Intl would load its tables for this one line, which takes longer than the rest of the report's head.
  return `${time.toUTCString().slice('Thu, '.length, -':00 GMT'.length)} UTC`
}
