/** A plan as a person reads it. */
import { wrap } from '../../helpers/text/wrap.ts'
import type { Plan, PlannedRequests } from './plan.ts'

const INDENT = '    '

/** @param width of the terminal, in characters */
export function planText(plan: Plan, width: number): string {
  const room = Math.max(40, width) - INDENT.length
  const list = (ids: string[]): string[] => wrap(ids.join(' '), room).map((line) => INDENT + line)
  const judged = plan.judged.reduce((sum, { ids }) => sum + ids.length, 0)
  const gaps = plan.gaps.reduce((sum, { ids }) => sum + ids.length, 0)
  const lines = [
    `Plan of a run against ${plan.baseUrl ?? 'the embedded reference'} with SAFETY=${plan.safety}.`,
    'Nothing was sent to it: this is what a rehearsal on the embedded reference did, with the same',
    'credentials, ids and safety. A target with other users or more deviations takes a few requests more.',
    '',
    `${judged} requirements would be judged:`,
    ...plan.judged.flatMap(({ operation, ids }) => [`  ${operation} (${ids.length})`, ...list(ids)]),
    '',
    ...(gaps === 0 ? ['No observable requirement would stay open.'] : [`${gaps} would not:`]),
    ...plan.gaps.flatMap(({ reason, ids }) => [`  ${reason} (${ids.length})`, ...list(ids)]),
    ...beyondLines(plan, list),
    '',
    ...requestLines(plan.requests),
    '',
    plan.users === 0
      ? 'No user would be created.'
      : `${plan.users} users would be created, and removed again before the end.`,
    ...riskLines(plan),
    ...(plan.problem === undefined ? [] : ['', `The rehearsal did not come to its end: ${plan.problem}`]),
  ]
  return `${lines.join('\n')}\n`
}

function beyondLines({ beyond }: Plan, list: (ids: string[]) => string[]): string[] {
  const { judged, gaps } = beyond
  if (judged.length + gaps.length === 0) return []
  return [
    '',
    `Beyond the documents (public tier) ${judged.length} would be judged:`,
    ...list(judged),
    ...gaps.flatMap(({ reason, ids }) => [`  ${reason} (${ids.length})`, ...list(ids)]),
  ]
}

function requestLines(requests: PlannedRequests[]): string[] {
  const total = requests.reduce((sum, { count }) => sum + count, 0)
  const width = Math.max(...requests.map(({ operation }) => operation.length), 0)
  return [
    `About ${total} requests would be sent:`,
    ...requests.map(({ operation, count, changing, simulated }) => {
      const kind = changing
        ? `state-changing${simulated > 0 ? `, ${simulated} of them simulated` : ''}`
        : 'reading'
      return `  ${operation.padEnd(width)}  ${String(count).padStart(4)}  ${kind}`
    }),
  ]
}

function riskLines({ safety, atRisk }: Plan): string[] {
  switch (safety) {
    case 'read-only':
      return ['Nothing but GET would be sent.']
    case 'disposable':
      return [
        'In earnest, only users that the run itself created, and ids that name nobody, would be named in a removal.',
        'Where SELF_EMAIL or a profile is given, the removal of oneself and of its only admin would be simulated.',
      ]
    case 'full':
      return [
        atRisk.length === 0
          ? 'Nobody is configured whose removal the target must refuse, so none would be asked for.'
          : 'At the very end the removal of these people would be asked for, which the target must refuse:',
        ...atRisk.map((person) => `  - ${person}`),
      ]
  }
}
