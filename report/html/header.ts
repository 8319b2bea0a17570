/** The top of the page: verdict, what it is about, and how much was judged. */

import type { Report } from '../../model/report.ts'
import { CAUSES_HEADING, causeText } from '../common-causes.ts'
import { drawnText, durationText, headline, messageLines, verdictText } from '../describe.ts'
import { formsText } from '../forms.ts'
import { RUN_TONE } from '../palette.ts'
import { labelText } from '../provenance.ts'
import { fragment, html, type Markup } from './markup.ts'
import { STATE_NAMES, STATES, type State, sign } from './state.ts'

export function header(report: Report): Markup {
  const state = RUN_TONE[report.verdict]
  const verdict = verdictText(report)
  const name = verdict.charAt(0).toUpperCase() + verdict.slice(1)
  return html`<header class="head ${state}">
<p class="eyebrow">Users API conformance report</p>
<div class="verdict"><span class="seal">${sign(state)}</span><div>
<h1>${name}</h1>
<p class="headline">${headline(report)}</p>
</div></div>
${message(report)}
${causes(report)}
${facts(report)}
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

function facts(report: Report): Markup {
  const { target, contracts, run, safety, summary, suite } = report
  const { judged, observable } = summary.coverage
  // Rounded down: only everything is 100 %.
  const percent = observable === 0 ? 0 : Math.floor((100 * judged) / observable)
  const where = target.embedded ? html`Embedded reference <small>${target.baseUrl}</small>` : target.baseUrl
  const label = labelText(report)
  const forms = formsText(report)
  const entries: [string, Markup | string][] = [
    [
      'Target',
      html`<span class="target">${where}</span>${label === undefined ? undefined : html`<small>${label}</small>`}`,
    ],
    ['Started', html`<time datetime="${run.startedAt}">${whenText(run.startedAt)}</time>`],
    ['Contracts', contracts.join(', ')],
    ['Coverage', html`${percent} % <small>${judged} of ${observable} observable requirements judged</small>`],
    ...(forms === undefined ? [] : [['Forms', html`<small>${forms}</small>`] satisfies [string, Markup]]),
    ['Requests', html`${summary.requests.total} <small>in ${durationText(run.durationMs)}</small>`],
    ['Safety', safety],
    ...gateEntry(report),
    ['Run', html`${run.id} <small>${suite.name} ${suite.version}${drawnText(run)}</small>`],
  ]
  return html`<dl class="facts">${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
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

/** Shares as one bar; the counts below say the same in words. */
function bar({ summary }: Report): Markup {
  const all = Math.max(1, summary.coverage.observable)
  let from = 0
  const pieces = STATES.filter((state) => state !== 'unobservable' && summary[state] > 0).map((state) => {
    const start = from
    from += (1000 * summary[state]) / all
    // A gap stands between two pieces, none behind the last.
    const width = Math.max(1, from - start - (from > 999.9 ? 0 : 3))
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
