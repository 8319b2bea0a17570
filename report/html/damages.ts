/** The first thing on the page where the target touched somebody whom the run did not create. */

import { cut } from '../../helpers/text/printable.ts'
import type { Report } from '../../model/report.ts'
import { DAMAGES_HEADING, damageText, restoreText } from '../damages.ts'
import { html, type Markup } from './markup.ts'
import { sign } from './state.ts'

const MAX_TEXT = 600

/** Who was touched and how to restore it; nothing where nobody was. */
export function damagesPanel({ damages = [] }: Report): Markup | undefined {
  if (damages.length === 0) return undefined
  return html`<section class="panel" aria-labelledby="damages">
<h2 id="damages">${DAMAGES_HEADING}</h2>
<ul class="reasons">${damages.map(
    (damage) => html`<li class="failed">${sign('failed')}<div>
<span class="who">${cut(damageText(damage), MAX_TEXT)}</span>
<p>${cut(restoreText(damage), MAX_TEXT)}</p>
</div></li>`,
  )}</ul>
</section>`
}
