/** The matrix of operations against themes of requirements; one cell is one verdict. */

import type { Contract } from '../../model/contract.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { isObservable } from '../../model/report.ts'
import { THEMES, type Theme } from '../../model/themes.ts'
import { operationsOf } from '../operations.ts'
import { fragment, html, type Markup } from './markup.ts'
import { countsOf, STATE_NAMES, sign, stateOf, worstOf } from './state.ts'
import { themeOf } from './theme.ts'

export function matrix(report: Report): Markup {
  const observable = report.requirements.filter(isObservable)
  const present = new Set(observable.map(themeOf))
  const kinds = (Object.keys(THEMES) as Theme[]).filter((kind) => present.has(kind))
  return html`<section class="panel" aria-labelledby="matrix">
<h2 id="matrix">Operations and what they promise</h2>
<p class="hint" id="matrix-hint">A cell shows its worst verdict, and how many of its requirements have it. It leads to them.</p>
<table class="matrix" role="table" aria-labelledby="matrix" aria-describedby="matrix-hint">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Operation</th>${kinds.map(
    (kind) => html`<th role="columnheader" scope="col">${THEMES[kind]}</th>`,
  )}</tr></thead>
${report.contracts.map((contract) => rowsOf(contract, observable, kinds))}
</table>
</section>`
}

function rowsOf(contract: Contract, results: readonly RequirementResult[], kinds: readonly Theme[]): Markup {
  return html`<tbody role="rowgroup">${operationsOf(results, contract).map((operation) => {
    const own = results.filter((one) => one.operation === operation)
    return html`<tr role="row"><th role="rowheader" scope="row"><a href="${fragment({ operation })}">${operationName(operation)}</a></th>${kinds.map(
      (kind) =>
        cell(
          operation,
          kind,
          own.filter((one) => themeOf(one) === kind),
        ),
    )}</tr>`
  })}</tbody>`
}

function cell(operation: string, kind: Theme, results: readonly RequirementResult[]): Markup {
  if (results.length === 0) return html`<td role="cell" class="empty"><span class="unseen">none</span></td>`
  const worst = worstOf(results)
  const number = results.filter((one) => stateOf(one) === worst).length
  const all = countsOf(results)
    .map(([state, count]) => `${count} ${STATE_NAMES[state]}`)
    .join(', ')
  return html`<td role="cell"><a class="cell ${worst}" href="${fragment({ tier: 'documents', operation, kind })}" title="${all}"><span class="kind">${THEMES[kind]}</span>${sign(worst)}<b>${number}</b>${
    number === results.length ? undefined : html`<i>/${results.length}</i>`
  }<span class="unseen">, ${all}</span></a></td>`
}

/** Method and path, apart. */
export function operationName(operation: string): Markup {
  const [method = '', path = ''] = operation.split(' ')
  return html`<span class="operation"><span class="method">${method}</span> <span class="path">${path}</span></span>`
}
