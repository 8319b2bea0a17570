/** What to act on, in short: violations, what is not settled and why, and users left on the target. */

import { cut, printable } from '../../helpers/text/printable.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { byReason, deviationText } from '../describe.ts'
import { fragment, html, type Markup } from './markup.ts'
import { sign } from './state.ts'

const MAX_VIOLATIONS = 5
const MAX_TEXT = 280

/** What a reader of a failing report wants first. */
export function violations({ requirements }: Report): Markup | undefined {
  const failed = requirements.filter(({ verdict, known }) => verdict === 'failed' && known === undefined)
  if (failed.length === 0) return undefined
  const left = failed.length - MAX_VIOLATIONS
  return html`<section class="panel" aria-labelledby="violations">
<h2 id="violations">What is violated</h2>
<ol class="violations">${failed.slice(0, MAX_VIOLATIONS).map(violation)}</ol>
${left <= 0 ? undefined : html`<p class="more"><a href="${fragment({ verdict: 'failed' })}">All ${failed.length} violations</a></p>`}
</section>`
}

function violation({ id, title, operation, reason, deviations }: RequirementResult): Markup {
  const must = deviations.find(({ level }) => level === 'must') ?? deviations[0]
  const text = must === undefined ? reason : deviationText(must)
  return html`<li class="failed">${sign('failed')}<div>
<a href="${fragment({ id })}">${title}</a>
<p><code>${operation}</code> ${text === undefined ? undefined : html`<span class="reason">${cut(text, MAX_TEXT)}</span>`}</p>
</div></li>`
}

/** What a run left open: in the report, and on the target. */
export function loose(report: Report): Markup {
  return html`<div class="pair">${openQuestions(report)}${leftovers(report)}</div>`
}

function openQuestions({ requirements, message, summary }: Report): Markup | undefined {
  // The message at the top has said it already.
  if (message !== undefined && summary.coverage.judged === 0) return undefined
  const open = (verdict: string): RequirementResult[] =>
    requirements.filter((one) => one.verdict === verdict && isObservable(one))
  const groups = [
    ...byReason(open('inconclusive')).map((group) => ['inconclusive', ...group] as const),
    ...byReason(open('untested')).map((group) => ['untested', ...group] as const),
  ]
  if (groups.length === 0) return undefined
  return html`<section class="panel" aria-labelledby="open">
<h2 id="open">What is not settled</h2>
<ul class="reasons">${groups.map(
    ([state, reason, ids]) => html`<li class="${state}">${sign(state)}<div>
<a href="${fragment({ verdict: state, text: printable(cut(reason, MAX_TEXT)) })}">${cut(reason, MAX_TEXT)}</a>
<p>${ids.length} ${ids.length === 1 ? 'requirement' : 'requirements'} ${state}</p>
</div></li>`,
  )}</ul>
</section>`
}

function leftovers({ leftovers: users }: Report): Markup | undefined {
  if (users.length === 0) return undefined
  return html`<section class="panel" aria-labelledby="leftovers">
<h2 id="leftovers">Left on the target</h2>
<ul class="reasons">${users.map(
    ({ contract, email, id, reason }) => html`<li class="warning">${sign('warning')}<div>
<span class="who">${cut(email, MAX_TEXT)}</span>
<p>${contract}${id === undefined ? undefined : html`, <code>${cut(id, MAX_TEXT)}</code>`}: ${cut(reason, MAX_TEXT)}</p>
</div></li>`,
  )}</ul>
</section>`
}
