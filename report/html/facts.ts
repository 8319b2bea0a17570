/** What stands beside verdicts: where the report comes from, what of the documents was seen, what the target chose. */
import type { Observation } from '../../model/facts.ts'
import type { Report } from '../../model/report.ts'
import { provenanceEntries } from '../provenance.ts'
import { type SeenRow, seenHeadline, seenRows } from '../seen.ts'
import { html, type Markup } from './markup.ts'
import { operationName } from './matrix.ts'

/** A part that says nothing where the report has nothing of it, as reports of earlier versions. */
export function facts(report: Report): Markup {
  return html`${provenance(report)}${documented(report)}${observations(report)}`
}

function panel(title: string, note: string, content: Markup): Markup {
  return html`<details class="panel facts-panel"><summary><h2>${title}</h2><span class="hint">${note}</span></summary>${content}</details>`
}

function provenance(report: Report): Markup | undefined {
  if (report.provenance === undefined) return undefined
  const entries = provenanceEntries(report).map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )
  return panel(
    'Where this report comes from',
    'Suite, requirements, settings and times: what somebody else needs to repeat it.',
    html`<dl class="origin">${entries}</dl>`,
  )
}

function documented({ documented: answers = [] }: Report): Markup | undefined {
  if (answers.length === 0) return undefined
  return panel(
    'Seen of the documents',
    `${seenHeadline(answers)}.`,
    html`<div class="wide"><table class="seen">
<thead><tr><th scope="col">Operation</th><th scope="col">Status</th><th scope="col">Shown in the documents</th><th scope="col">Answers seen</th><th scope="col">Documented members seen</th></tr></thead>
<tbody>${seenRows(answers).map(seenRow)}</tbody></table></div>`,
  )
}

function seenRow({ answer, members }: SeenRow): Markup {
  const { operation, status, documented, seen } = answer
  const text = members === undefined ? '' : `${members.seen} of ${members.of}`
  const missing =
    members === undefined || members.missing.length === 0
      ? undefined
      : html`<small>never: ${members.missing.join(', ')}</small>`
  return html`<tr class="${seen === 0 ? 'unseen-answer' : 'seen-answer'}"><th scope="row">${operationName(operation)}</th><td>${status}</td><td>${documented ? 'yes' : 'no'}</td><td>${seen === 0 ? 'not seen' : seen}</td><td>${text}${missing}</td></tr>`
}

function observations({ observations: found = [] }: Report): Markup | undefined {
  if (found.length === 0) return undefined
  return panel(
    'Where the documents leave a choice',
    'What this target does there. Nothing of it is a verdict.',
    html`<div class="wide"><table class="seen">
<thead><tr><th scope="col">Situation</th><th scope="col">Operation</th><th scope="col">What was seen</th></tr></thead>
<tbody>${found.map(observationRow)}</tbody></table></div>`,
  )
}

function observationRow({ situation, operation, answers }: Observation): Markup {
  const shown = answers.map(
    ({ answer, count, exchange }) => html`<li>${answer} <small>${count}, first in ${exchange}</small></li>`,
  )
  return html`<tr><th scope="row">${situation}</th><td>${operationName(operation)}</td><td><ul>${shown}</ul></td></tr>`
}
