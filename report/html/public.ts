/** What only public pages say, in a section of its own: it has no part in the verdict at the top. */
import type { Report } from '../../model/report.ts'
import { publicOf, publicVerdictText } from '../tiers.ts'
import { finding } from './findings.ts'
import { fragment, html, type Markup } from './markup.ts'
import { countsOf, STATE_NAMES, sign } from './state.ts'

/** Verdict, counts, and what is not met; undefined where the run has nothing of that tier. */
export function publicPanel(report: Report): Markup | undefined {
  const view = publicOf(report)
  if (view === undefined) return undefined
  const found = ['failed', 'warning'].flatMap((verdict) =>
    view.requirements.filter((one) => one.verdict === verdict),
  )
  return html`<section class="panel" aria-labelledby="public">
<h2 id="public">Beyond the documents</h2>
<p class="hint">What only other public pages say has no part in the verdict: ${publicVerdictText(view)}.</p>
<ul class="counts" aria-label="Requirements of the public tier by verdict">${countsOf(view.requirements).map(
    ([state, number]) =>
      html`<li class="${state}"><a href="${fragment({ tier: 'public', verdict: state })}">${sign(state)}<b>${number}</b> ${STATE_NAMES[state]}</a></li>`,
  )}</ul>
${found.length === 0 ? undefined : html`<ol class="violations">${found.map((one) => finding(one))}</ol>`}
</section>`
}
