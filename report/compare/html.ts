/** A comparison as one self-contained page without a script. */
import { cut } from '../../helpers/text/printable.ts'
import { countText } from '../describe.ts'
import { asset } from '../html/assets.ts'
import { fragment, html, Markup } from '../html/markup.ts'
import { SIGNS, sign } from '../html/state.ts'
import { RUN_TONE, type Tone } from '../palette.ts'
import type { Cell, Change, Comparison, Row, Side } from './compare.ts'
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
  const { tone, verdict, headline } = outcomeOf(comparison)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${verdict}: comparison of ${sides.length} conformance reports</title>
<style>${style.content}</style>
</head>
<body class="${tone}">
${SIGNS}
<header class="head">
<p class="eyebrow">Comparison of conformance reports</p>
<div class="verdict"><span class="seal">${sign(tone)}</span><div>
<h1>${verdict}</h1>
<p class="headline">${headline}</p>
</div></div>
</header>
<main>
<section class="panel">
<h2>Reports, the oldest first</h2>
${sideTable(comparison)}
${notes.map((note) => html`<p class="note">${note}</p>`)}
</section>
${groups.map(({ change, group }) => section(change, group, sides))}
</main>
</body>
</html>
`
  return page.text
}

/** What a reader wants first: whether the last report is worse than those before it. */
function outcomeOf({ rows, sides }: Comparison): { tone: Tone; verdict: string; headline: string } {
  const count = (change: Change): number => rows.filter((row) => row.change === change).length
  const told = (change: Change, one: string, many?: string): string[] =>
    count(change) === 0 ? [] : [countText(count(change), one, many)]
  const all = [
    ...told('regression', 'regression'),
    ...told('lost', 'requirement not judged any more', 'requirements not judged any more'),
    ...told('fixed', 'fixed', 'fixed'),
    ...told('mixed', 'other difference'),
  ]
  const [verdict = 'No difference'] = all
  const tone = count('regression') > 0 ? 'failed' : count('lost') > 0 ? 'inconclusive' : 'passed'
  const rest = [...all.slice(1), `${count('same')} without a difference`].join(', ')
  const last = sides.at(-1)
  return { tone, verdict, headline: `${rest}. The last report is ${last?.verdict ?? 'missing'}.` }
}

function sideTable({ sides }: Comparison): Markup {
  return html`<div class="wide"><table class="sides">
<thead><tr><td></td><th scope="col">Report</th><th scope="col">Target</th><th scope="col">Verdict</th><th scope="col">Judged</th><th scope="col">Started</th><th scope="col">Suite</th></tr></thead>
<tbody>${sides.map(
    ({ label, embedded, baseUrl, verdict, coverage, startedAt, suite, page }, index) => html`<tr>
<th scope="row">${letter(index)}</th><td data-of="Report">${page === undefined ? label : html`<a href="${page}">${label}</a>`}</td><td data-of="Target">${embedded ? 'embedded reference' : baseUrl}</td><td data-of="Verdict"><span class="cell ${RUN_TONE[verdict] ?? 'untested'}">${verdict}</span></td><td data-of="Judged">${coverage.judged} of ${coverage.observable}</td><td data-of="Started">${startedAt}</td><td data-of="Suite">${suite}</td></tr>`,
  )}</tbody></table></div>`
}

function section(change: Change, rows: Row[], sides: Side[]): Markup {
  const content = html`<div class="wide"><table class="rows">
<thead><tr><th scope="col">Requirement</th>${sides.map((_, index) => html`<th scope="col">${letter(index)}</th>`)}</tr></thead>
<tbody>${rows.map((one) => row(one, sides))}</tbody></table></div>`
  const heading = html`<h2>${HEADINGS[change]} <small>${rows.length}</small></h2>`
  return change === 'same'
    ? html`<section class="panel"><details><summary>${heading}</summary>${content}</details></section>`
    : html`<section class="panel ${change}">${heading}${content}</section>`
}

function row({ id, title, level, cells, reason }: Row, sides: Side[]): Markup {
  const because =
    reason === undefined ? undefined : html`<span class="reason">${cut(reason, MAX_REASON)}</span>`
  return html`<tr><th scope="row"><span>${title}</span> <code>${id}</code> <small>${level}</small>${because}</th>${cells.map((verdict, index) => cell(verdict, letter(index), linkTo(sides[index], verdict, id)))}</tr>`
}

/** Where the evidence of a cell stands. */
function linkTo(side: Side | undefined, verdict: Cell, id: string): string | undefined {
  return side?.page === undefined || verdict === 'absent' ? undefined : side.page + fragment({ id })
}

function cell(verdict: Cell, side: string, link: string | undefined): Markup {
  const content =
    link === undefined
      ? html`<span class="cell ${verdict}">${verdict}</span>`
      : html`<a class="cell ${verdict}" href="${link}">${verdict}</a>`
  return html`<td data-of="${side}">${content}</td>`
}
