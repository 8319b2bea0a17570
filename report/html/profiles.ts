/** The profiles: parts of the requirements for which a target can make a claim of its own. */
import type { ProfileResult, Report } from '../../model/report.ts'
import { RUN_TONE } from '../palette.ts'
import { html, type Markup } from './markup.ts'
import { sign } from './state.ts'

/** Nothing where the report has none, as reports of earlier versions. */
export function profiles({ profiles: all = [] }: Report): Markup | undefined {
  if (all.length === 0) return undefined
  return html`<section class="panel" aria-labelledby="profiles">
<h2 id="profiles">Profiles</h2>
<ul class="profiles">${all.map(profile)}</ul>
</section>`
}

function profile({ name, verdict, coverage, partial }: ProfileResult): Markup {
  const tone = partial === undefined || verdict === 'nonconformant' ? RUN_TONE[verdict] : 'untested'
  const part = partial === undefined ? '' : `, partial ${partial.selected} of ${partial.observable}`
  return html`<li class="cell ${tone}">${sign(tone)}<span><b>${name}</b> ${verdict}${part} <small>${coverage.judged} of ${coverage.observable} judged</small></span></li>`
}
