/** The page of the results: implementations by profiles, to be sorted and filtered. */
import type { ProfileResult } from '../../model/report.ts'
import { countText } from '../describe.ts'
import { asset } from '../html/assets.ts'
import { html, Markup } from '../html/markup.ts'
import { RUN_TONE, type Tone } from '../palette.ts'
import type { ResultRow, Results } from './results.ts'

/** Sorted and filtered without a script as well: as the rows stand, and none of them hidden. */
export function resultsHtml(results: Results): string {
  const style = asset('results.css')
  const script = asset('results.js')
  const policy = `default-src 'none'; script-src ${script.source}; style-src ${style.source}; base-uri 'none'; form-action 'none'`
  const { rows, profiles } = results
  const conformant = rows.filter(({ verdict }) => verdict === 'conformant').length
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Users API conformance of ${countText(rows.length, 'implementation')}</title>
<style>${style.content}</style>
</head>
<body class="untested">
<header class="head">
<p class="eyebrow">Users API conformance</p>
<h1>Results</h1>
<p class="headline">${countText(rows.length, 'report')}, ${conformant} of them conformant as a whole. A cell leads to the report.</p>
</header>
<main>
<form id="filters" class="filters" role="search" aria-label="Filter implementations" hidden>
<label><span>Implementation</span><input type="search" name="text" autocomplete="off" spellcheck="false"></label>
<label><span>Profile</span><select name="profile"><option value="">The whole run</option>${profiles.map(
    (name) => html`<option value="${name}">${name}</option>`,
  )}</select></label>
<label><span>Verdict</span><select name="verdict"><option value="">All</option>${Object.keys(RUN_TONE).map(
    (verdict) => html`<option value="${verdict}">${verdict}</option>`,
  )}</select></label>
<p class="shown"><output id="shown"></output></p>
</form>
<div class="wide"><table class="results">
<thead><tr>${heading('Implementation')}${heading('Whole run')}${profiles.map(heading)}${heading('Day')}${heading('Suite')}</tr></thead>
<tbody id="rows">${rows.map((row) => rowOf(row, profiles))}</tbody>
</table></div>
</main>
<div id="announcement" class="unseen" role="status"></div>
<script>${script.content}</script>
</body>
</html>
`
  return page.text
}

/** The script makes a button of it. */
function heading(name: string): Markup {
  return html`<th scope="col" data-sort="${name}">${name}</th>`
}

function rowOf(row: ResultRow, columns: readonly string[]): Markup {
  const { name, version, verdict, profiles, date, suite, set, digest, page, isAttested } = row
  const verdicts = Object.fromEntries(profiles.map((profile) => [profile.name, profile.verdict]))
  const cells = columns.map((column) => {
    const profile = profiles.find((one) => one.name === column)
    return profile === undefined
      ? html`<td data-of="${column}" data-key="">–</td>`
      : profileCell(profile, page)
  })
  const marks = [set === undefined ? '' : `set ${set}`, isAttested ? 'attested' : ''].filter(
    (text) => text !== '',
  )
  return html`<tr data-name="${name} ${version}" data-verdicts="${JSON.stringify({ ...verdicts, '': verdict })}">
<th scope="row" data-key="${name} ${version}">${linkTo(page, name)} <small>${version}</small></th>
${wholeCell(row)}
${cells}
<td data-of="Day" data-key="${date}">${date}</td>
<td data-of="Suite" data-key="${suite}">${suite} <small>${marks.join(', ')}</small><small><code>${digest.slice(0, 12)}</code></small></td></tr>`
}

function wholeCell({ verdict, partial, coverage, page }: ResultRow): Markup {
  const part = partial === undefined ? {} : { partial }
  return profileCell({ name: 'Whole run', verdict, coverage, ...part }, page)
}

function profileCell({ name, verdict, coverage, partial }: ProfileResult, page: string | undefined): Markup {
  const isGrey = partial !== undefined && verdict !== 'nonconformant'
  const tone = isGrey ? 'untested' : RUN_TONE[verdict]
  const { judged, observable } = coverage
  const text = isGrey ? 'partial' : verdict
  return cell(name, verdict, tone, html`${linkTo(page, text)} <small>${judged}/${observable}</small>`)
}

/** A verdict that is none, from a hand other than ours, is shown as it is and looks like nothing. */
function cell(column: string, key: string, tone: Tone | undefined, content: Markup | string): Markup {
  return html`<td data-of="${column}" data-key="${key}"><span class="cell ${tone ?? 'untested'}">${content}</span></td>`
}

function linkTo(page: string | undefined, text: string): Markup | string {
  return page === undefined ? text : html`<a href="${page}">${text}</a>`
}
