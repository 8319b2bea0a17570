/** Where a run tried its promises in fewer forms than the suite knows: nobody is to take it for all of them. */
import type { Report } from '../model/report.ts'

/** What was left out, and how to try it; undefined where nothing was for want of invitations. */
export function formsText({ provenance, observations = [] }: Report): string | undefined {
  const budget = provenance?.settings.INVITATIONS
  if (budget === 'few') return 'the least of each promise: INVITATIONS=few'
  if (budget !== 'auto') return undefined
  const answers = observations.flatMap((one) => one.answers)
  return answers.some(({ sparing }) => sparing)
    ? 'a part of those known: the target announces few invitations a minute; INVITATIONS=many tries the rest'
    : undefined
}
