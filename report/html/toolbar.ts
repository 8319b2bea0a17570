/** The filters. Hidden until the script is there to make them work. */

import type { Report } from '../../model/report.ts'
import { THEMES, type Theme } from '../../model/themes.ts'
import { operationsOf } from '../operations.ts'
import { html, type Markup } from './markup.ts'
import { countsOf, STATE_NAMES, sign } from './state.ts'
import { themeOf } from './theme.ts'

export function toolbar(report: Report): Markup {
  const present = new Set(report.requirements.map(themeOf))
  const kinds = (Object.keys(THEMES) as Theme[]).filter((kind) => present.has(kind))
  const operations = operationsOf(report.requirements)
  return html`<form id="filters" class="filters" role="search" aria-label="Filter requirements" hidden>
<div class="row">
<label class="search"><span>Text</span><input type="search" name="text" placeholder="Search promises, ids, reasons   /" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
${choice(
  'Contract',
  'contract',
  report.contracts.map((one) => [one, one]),
)}
${choice(
  'Operation',
  'operation',
  operations.map((one) => [one, one]),
)}
${choice(
  'About',
  'kind',
  kinds.map((one) => [one, THEMES[one]]),
)}
${choice('Tier', 'tier', [
  ['documents', 'The documents'],
  ['public', 'Beyond them'],
])}
</div>
<div class="row">
<div class="toggles" role="group" aria-label="Verdicts">${countsOf(report.requirements).map(
    ([state, count]) =>
      html`<button type="button" class="toggle ${state}" data-verdict="${state}" aria-pressed="false">${sign(state)}${STATE_NAMES[state]} <b>${count}</b></button>`,
  )}${securityToggle(report)}</div>
<p class="shown"><output id="shown"></output> <button type="button" id="clear" class="quiet" hidden>Clear filters</button></p>
</div>
</form>`
}

function securityToggle({ requirements }: Report): Markup | undefined {
  const count = requirements.filter(({ security }) => security).length
  if (count === 0) return undefined
  return html`<button type="button" class="toggle untested" data-mark="security" aria-pressed="false">security <b>${count}</b></button>`
}

function choice(label: string, name: string, options: [value: string, text: string][]): Markup {
  return html`<label><span>${label}</span><select name="${name}"><option value="">All</option>${options.map(
    ([value, text]) => html`<option value="${value}">${text}</option>`,
  )}</select></label>`
}
