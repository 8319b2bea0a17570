/** What to act on, in short: violations, what is not settled and why, and users left on the target. */

import { cut, printable } from '../../helpers/text/printable.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { byReason, countText, deviationText } from '../describe.ts'
import { bySeverity, followersOf } from '../severity.ts'
import { fragment, html, type Markup } from './markup.ts'
import { securityMark, sign } from './state.ts'

const MAX_TEXT = 280

/** What a reader of a failing report wants first: every violation, the most serious ones on top. */
export function violations({ requirements }: Report): Markup | undefined {
  const failed = bySeverity(
    requirements.filter(({ verdict, known }) => verdict === 'failed' && known === undefined),
  )
  if (failed.length === 0) return undefined
  const followers = followersOf(requirements)
  return html`<section class="panel" aria-labelledby="violations">
<h2 id="violations">What is violated</h2>
<ol class="violations">${failed.map((one) => finding(one, followers.get(one.id)))}</ol>
</section>`
}

/** What is recommended and not done, in a section of its own. */
export function warnings({ requirements }: Report): Markup | undefined {
  const found = bySeverity(
    requirements.filter(({ verdict, known }) => verdict === 'warning' && known === undefined),
  )
  if (found.length === 0) return undefined
  return html`<section class="panel" aria-labelledby="warnings">
<h2 id="warnings">Warnings</h2>
<ol class="violations">${found.map((one) => finding(one))}</ol>
</section>`
}

/** One of them, with what was seen and what could not be judged because of it. */
export function finding(result: RequirementResult, followers: readonly RequirementResult[] = []): Markup {
  const { id, title, operation, reason, deviations, verdict } = result
  const must = deviations.find(({ level }) => level === 'must') ?? deviations[0]
  const text = must === undefined ? reason : deviationText(must)
  return html`<li class="${verdict}">${sign(verdict)}<div>
<a href="${fragment({ id })}">${title}</a>${securityMark(result)}
<p><code>${operation}</code> ${text === undefined ? undefined : html`<span class="reason">${cut(text, MAX_TEXT)}</span>`}</p>
${followers.length === 0 ? undefined : followerList(followers)}
</div></li>`
}

/** What could not be judged because of a violation, under it. */
function followerList(followers: readonly RequirementResult[]): Markup {
  return html`<details class="followers"><summary>${countText(followers.length, 'requirement')} could not be judged because of it</summary>
<ul>${followers.map(({ id, title }) => html`<li><a href="${fragment({ id })}">${title}</a></li>`)}</ul></details>`
}

/** What a run left open: in the report, and on the target. */
export function loose(report: Report): Markup {
  return html`<div class="pair">${openQuestions(report)}${leftovers(report)}</div>`
}

function openQuestions({ requirements, message, summary }: Report): Markup | undefined {
  // The message at the top has said it already.
  if (message !== undefined && summary.coverage.judged === 0) return undefined
  const told = new Set([...followersOf(requirements).values()].flat())
  const open = (verdict: string): RequirementResult[] =>
    requirements.filter((one) => one.verdict === verdict && isObservable(one) && !told.has(one))
  const groups = [
    ...byReason(open('inconclusive')).map((group) => ['inconclusive', ...group] as const),
    ...byReason(open('untested')).map((group) => ['untested', ...group] as const),
  ]
  if (groups.length === 0) return undefined
  return html`<section class="panel" aria-labelledby="open">
<h2 id="open">What is not settled</h2>
<ul class="reasons">${groups.map(
    ([state, reason, ids]) => html`<li class="${state}">${sign(state)}<div>
<a href="${fragment({ tier: 'documents', verdict: state, text: printable(cut(reason, MAX_TEXT)) })}">${cut(reason, MAX_TEXT)}</a>
<p>${countText(ids.length, 'requirement')} ${state}</p>
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
