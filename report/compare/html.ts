/** A comparison as one self-contained page without a script. */
import { cut } from '../../helpers/text/printable.ts'
import { asset } from '../html/assets.ts'
import { html, Markup } from '../html/markup.ts'
import type { Cell, Change, Comparison, Row } from './compare.ts'
import { HEADINGS, letter } from './text.ts'

const MAX_REASON = 400

/** @throws Error when the style of the page was not built */
export function comparisonHtml(comparison: Comparison): string {
  const style = asset('comparison.css')
  const policy = `default-src 'none'; style-src ${style.source}; base-uri 'none'; form-action 'none'`
  const { sides, rows, notes } = comparison
  const groups = (Object.keys(HEADINGS) as Change[])
    .map((change) => ({ change, group: rows.filter((row) => row.change === change) }))
    .filter(({ group }) => group.length > 0)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Comparison of ${sides.length} conformance reports</title>
<style>${style.content}</style>
</head>
<body>
<main>
<h1>Comparison of conformance reports</h1>
${sideTable(comparison)}
${notes.map((note) => html`<p class="note">${note}</p>`)}
${groups.map(({ change, group }) => section(change, group, sides.length))}
</main>
</body>
</html>
`
  return page.text
}

function sideTable({ sides }: Comparison): Markup {
  return html`<div class="wide"><table class="sides">
<thead><tr><th></th><th scope="col">Report</th><th scope="col">Target</th><th scope="col">Verdict</th><th scope="col">Judged</th><th scope="col">Started</th><th scope="col">Suite</th></tr></thead>
<tbody>${sides.map(
    ({ label, embedded, baseUrl, verdict, coverage, startedAt, suite }, index) => html`<tr>
<th scope="row">${letter(index)}</th><td>${label}</td><td>${embedded ? 'embedded reference' : baseUrl}</td><td><b>${verdict}</b></td><td>${coverage.judged} of ${coverage.observable}</td><td>${startedAt}</td><td>${suite}</td></tr>`,
  )}</tbody></table></div>`
}

function section(change: Change, rows: Row[], count: number): Markup {
  const letters = Array.from({ length: count }, (_, index) => letter(index))
  const content = html`<div class="wide"><table class="rows">
<thead><tr><th scope="col">Requirement</th>${letters.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(row)}</tbody></table></div>`
  const heading = html`<h2>${HEADINGS[change]} <small>${rows.length}</small></h2>`
  return change === 'same'
    ? html`<section><details><summary>${heading}</summary>${content}</details></section>`
    : html`<section class="${change}">${heading}${content}</section>`
}

function row({ id, title, level, cells, reason }: Row): Markup {
  const because =
    reason === undefined ? undefined : html`<span class="reason">${cut(reason, MAX_REASON)}</span>`
  return html`<tr><th scope="row"><span>${title}</span> <code>${id}</code> <small>${level}</small>${because}</th>${cells.map(cell)}</tr>`
}

function cell(verdict: Cell): Markup {
  return html`<td><span class="cell ${verdict}">${verdict}</span></td>`
}
