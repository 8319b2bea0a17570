/** Every requirement with promise, level, source, verdict and reason; readable without the script. */

import { cut } from '../../helpers/text/printable.ts'
import { type Citation, tierOf } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Deviation, KnownViolation, Report, RequirementResult } from '../../model/report.ts'
import { type Folded, folded } from '../alike.ts'
import { curlLine } from '../curl.ts'
import { countText, exchangesById, exchangeText, whereText } from '../describe.ts'
import { operationsOf } from '../operations.ts'
import { reproduction } from '../reproduce.ts'
import { citesOf, sourceText } from '../source-text.ts'
import { tellingExchanges } from '../telling.ts'
import { html, type Markup } from './markup.ts'
import { operationName } from './matrix.ts'
import { STATE_NAMES, sign, stateOf } from './state.ts'
import { themeOf } from './theme.ts'

const MAX_TEXT = 1_000
const MAX_REASON = 400
const MAX_DEVIATIONS = 50
const MAX_ENTRY = 200

export function requirements(report: Report): Markup {
  const exchanges = exchangesById(report)
  const operations = operationsOf(report.requirements)
  return html`<div id="list" tabindex="-1">${operations.map((operation, index) => {
    const own = report.requirements.filter((one) => one.operation === operation)
    if (own.length === 0) return undefined
    return html`<section class="group" aria-labelledby="operation-${index}">
<h3 id="operation-${index}">${operationName(operation)}</h3>
<ol class="requirements">${own.map((one) => item(one, exchanges, report))}</ol>
</section>`
  })}</div>`
}

/** The element's id is the whole fragment, so that a link leads here even where no script runs. */
function item(result: RequirementResult, exchanges: ReadonlyMap<string, Exchange>, report: Report): Markup {
  const { id, title, reason, contract, operation, level, source } = result
  const state = stateOf(result)
  // Where the deviations below say it again, the reason goes as soon as they are seen.
  const told = result.deviations.length > 0 ? 'reason told' : 'reason'
  const shown =
    reason === undefined ? undefined : html`<span class="${told}">${cut(reason, MAX_REASON)}</span>`
  return html`<li><details class="requirement ${state}" id="id=${id}" data-id="${id}" data-verdict="${state}" data-contract="${contract}" data-operation="${operation}" data-kind="${themeOf(result)}" data-tier="${tierOf(result)}"${result.security ? html` data-security` : undefined}>
<summary>${sign(state)}<span class="promise"><span class="title">${title}</span> <code class="id">${id}</code> <small>${level}${result.security ? ' · security' : undefined} · ${source.page}${result.known === undefined ? undefined : ' · known in the baseline'}${result.notScored === undefined ? undefined : ` · not scored, ${result.notScored}`}</small>${shown}</span><span class="word">${STATE_NAMES[state]}</span></summary>
<div class="inside">
${facts(result)}
${deviations(result)}
<div class="evidence">${plainEvidence(result, exchanges, report.target.baseUrl)}</div>
${again(result, exchanges, report)}
</div></details></li>`
}

function facts(result: RequirementResult): Markup {
  const { level, accepts, known } = result
  const fails =
    tierOf(result) === 'public' ? 'a violation fails the public tier' : 'a violation fails the run'
  const meaning = level === 'must' ? fails : 'a violation is a warning'
  return html`<dl class="about">
<div><dt>Level</dt><dd><b>${level}</b> <small>${meaning}</small></dd></div>
<div><dt>Source</dt><dd>${sources(result)}</dd></div>
${accepts === undefined ? undefined : html`<div><dt>Also accepted</dt><dd>${accepts}</dd></div>`}
${known === undefined ? undefined : html`<div><dt>Known</dt><dd>${knownText(known)}</dd></div>`}
</dl>`
}

/** The sentence that decides, with its page, and below it what else is said; of earlier reports, the page alone. */
function sources(result: RequirementResult): Markup {
  const [first, ...rest] = citesOf(result)
  const tier = result.tier === 'public' ? 'public tier' : 'the documents'
  const head = html`${sourceText(result)} <small>${tier}</small>`
  if (first === undefined) return html`${head} <small>${result.source.statements.join(', ')}</small>`
  return html`${head}<ul class="cites">${cite(first)}</ul>${
    rest.length === 0
      ? undefined
      : html`<details><summary class="fold">and ${countText(rest.length, 'other sentence')}</summary><ul class="cites">${rest.map(cite)}</ul></details>`
  }`
}

function cite({ id, page, kind, says, url }: Citation): Markup {
  const where = url === undefined ? page : html`<a href="${url}" rel="noreferrer">${page}</a>`
  return html`<li>${says} <small>${id}, ${kind}, ${where}</small></li>`
}

function knownText({ reason, link, until }: KnownViolation): Markup {
  const rest = [link, until === undefined ? undefined : `until ${until}`].filter((one) => one !== undefined)
  return html`${reason} <small>${rest.join('; ')}</small>`
}

function deviations(result: RequirementResult): Markup | undefined {
  if (result.deviations.length === 0) return undefined
  const kinds = folded(result.deviations)
  return html`<ul class="deviations" aria-label="Deviations">${kinds.slice(0, MAX_DEVIATIONS).map(kindItem)}</ul>${
    kinds.length > MAX_DEVIATIONS
      ? html`<p class="hint">${kinds.length - MAX_DEVIATIONS} more in report.json.</p>`
      : undefined
  }`
}

function kindItem({ deviation, alike }: Folded): Markup {
  const { expected, actual, pointer, entry } = deviation
  return html`<li>
<p><b>Expected</b> <span>${cut(expected, MAX_TEXT)}</span></p>
<p><b>Actual</b> <span>${cut(actual, MAX_TEXT)}</span></p>
${entry === undefined ? undefined : html`<p><b>In</b> <code>${cut(entry, MAX_TEXT)}</code></p>`}
<p class="where">${deviation.exchange}${pointer === undefined ? undefined : html`<code>${cut(whereText(pointer), MAX_TEXT)}</code>`}</p>
${alike.length === 0 ? undefined : html`<details class="alike"><summary class="fold">and ${alike.length} more alike</summary><ul>${alike.map(alikeItem)}</ul></details>`}
</li>`
}

function alikeItem({ actual, pointer, exchange, entry }: Deviation): Markup {
  return html`<li>${exchange}<code>${cut(whereText(pointer), MAX_TEXT)}</code>: ${cut(actual, MAX_TEXT)}${entry === undefined ? undefined : html` <code>${cut(entry, MAX_ENTRY)}</code>`}</li>`
}

/** How a violation is seen again, now that the users of the run are gone. */
function again(
  result: RequirementResult,
  exchanges: ReadonlyMap<string, Exchange>,
  report: Report,
): Markup | undefined {
  if (result.verdict !== 'failed' && result.verdict !== 'warning') return undefined
  const lines = reproduction(result, report, exchanges)
  if (lines === undefined) return undefined
  // A line break within a text is shown as `\n`, as a target may have sent it; one of the markup's own breaks the line.
  return html`<details class="alike"><summary class="fold">See it again on a fresh user</summary><pre tabindex="0" aria-label="Commands">${lines.map(
    (line) => html`${line}
`,
  )}</pre></details>`
}

/** What stands in for the evidence until the script replaces it, or for good where none runs. */
function plainEvidence(
  result: RequirementResult,
  exchanges: ReadonlyMap<string, Exchange>,
  baseUrl: string,
): Markup | undefined {
  if (result.evidence.length === 0) return undefined
  const telling = result.verdict === 'passed' ? [] : tellingExchanges(result, exchanges).slice(0, 2)
  const lines = telling.map(
    ({ exchange, as }) =>
      html`<li>${as} ${cut(exchangeText(exchange), MAX_TEXT)}<br><code>${cut(curlLine(exchange, baseUrl), MAX_TEXT)}</code></li>`,
  )
  const ids = result.evidence.slice(0, 20).join(', ') + (result.evidence.length > 20 ? ' …' : '')
  return html`<p>Evidence: ${ids}</p>${lines.length > 0 ? html`<ul>${lines}</ul>` : undefined}`
}
