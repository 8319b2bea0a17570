/** Where a run tried its promises in fewer forms than the suite knows: nobody is to take it for all of them. */
import type { Report } from '../model/report.ts'

/** What was left out, and how to try it; undefined where nothing was for want of invitations. */
export function formsText({ provenance, observations = [] }: Report): string | undefined {
  const budget = provenance?.settings.INVITATIONS
  if (budget === 'few') return 'the least of each promise: INVITATIONS=few'
  if (budget !== 'auto') return undefined
  const sparing = observations.filter(({ answers }) => answers.some((answer) => answer.sparing))
  if (sparing.length === 0) return undefined
  const isOfInvitations = sparing.some(({ operation }) => operation === 'POST /v3/users')
  const why = isOfInvitations ? 'few invitations a minute' : 'a limit of requests'
  return `a part of those known: the target announces ${why}; INVITATIONS=many tries the rest`
}
