/** Verdicts as the page shows them: what HTTP cannot show stands apart from what was not tried. */
import { VERDICTS } from '../../model/contract.ts'
import { isObservable, type RequirementResult } from '../../model/report.ts'
import type { Tone } from '../palette.ts'
import { html, type Markup } from './markup.ts'

/** The verdict on a requirement as it is shown. */
export type State = Tone

export const STATES: readonly State[] = [...VERDICTS, 'unobservable']

export const STATE_NAMES: Record<State, string> = {
  passed: 'passed',
  failed: 'failed',
  warning: 'warning',
  inconclusive: 'inconclusive',
  untested: 'untested',
  unobservable: 'not observable',
}

/** What a group of requirements is called: the first of these that one of them has. */
const WORST_FIRST: readonly State[] = [
  'failed',
  'inconclusive',
  'untested',
  'warning',
  'passed',
  'unobservable',
]

export function stateOf(result: RequirementResult): State {
  return isObservable(result) || result.notScored !== undefined ? result.verdict : 'unobservable'
}

/** A group is as good as its worst member: a skip never looks like a pass. */
export function worstOf(results: readonly RequirementResult[]): State {
  const states = new Set(results.map(stateOf))
  return WORST_FIRST.find((state) => states.has(state)) ?? 'unobservable'
}

/** Counts by state, those without any left out. */
export function countsOf(results: readonly RequirementResult[]): [State, number][] {
  return STATES.map((state): [State, number] => [
    state,
    results.filter((one) => stateOf(one) === state).length,
  ]).filter(([, count]) => count > 0)
}

/**
 * The sign of a state. It tells states apart without colour, and is silent beside the word. The attributes
 * keep it small where a server's policy takes the style away.
 */
export function sign(name: string): Markup {
  return html`<svg class="sign" aria-hidden="true" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2.6"><use href="#sign-${name}"/></svg>`
}

/** The mark of a requirement that keeps people apart. */
export function securityMark({ security }: Pick<RequirementResult, 'security'>): Markup | undefined {
  return security ? html` <span class="mark">security</span>` : undefined
}

/** The drawings behind the signs, once per page. */
export const SIGNS = html`<svg class="signs" aria-hidden="true" width="0" height="0">
<symbol id="sign-passed" viewBox="0 0 20 20"><path d="M4.5 10.5l3.7 3.7 7.3-8"/></symbol>
<symbol id="sign-failed" viewBox="0 0 20 20"><path d="M5.5 5.5l9 9m0-9l-9 9"/></symbol>
<symbol id="sign-warning" viewBox="0 0 20 20"><path d="M10 4v7.5m0 3.6v.4"/></symbol>
<symbol id="sign-inconclusive" viewBox="0 0 20 20"><path d="M6.8 7.4c0-1.9 1.4-3.2 3.3-3.2s3.2 1.2 3.2 2.9c0 2.3-3.2 2.5-3.2 4.9m0 3.2v.4"/></symbol>
<symbol id="sign-untested" viewBox="0 0 20 20"><path d="M5 10h10"/></symbol>
<symbol id="sign-unobservable" viewBox="0 0 20 20"><circle cx="10" cy="10" r="4.2"/></symbol>
</svg>`
