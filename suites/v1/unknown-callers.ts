/** The bearer token, on every operation: without a valid one nothing is served and nothing happens. */

import { sideBySide } from '../../contracts/v1/side-by-side.ts'
import {
  type Intruders,
  type Intrusion,
  OF_RESTRICTED,
  type UnknownCaller,
} from '../../contracts/v1/steps/intruders.ts'
import { type Slugged, stated } from '../../language/declaration.ts'
import type { Need } from '../../language/needs.ts'
import { requirement, type V1Context } from './language.ts'
import { PLENTY } from './plenty.ts'

/** What lets those try who do not try in every run. */
function unlocking(callers: readonly UnknownCaller[]): Record<string, string> {
  return Object.fromEntries(
    callers.map((who) => [who, who === OF_RESTRICTED ? `RESTRICTED_ACCESS_TOKEN, and ${PLENTY}` : PLENTY]),
  )
}

const ACCEPTED = '401 with any body or none; 403, 400 or 404 is a warning.'

/** What an operation does with callers whom it does not know. */
export interface IntruderCheck {
  /** The operation's statements on the Authorization header. */
  statements: string
  needs?: readonly Need<V1Context>[]
  /** Who tries, by what is wrong with the header. */
  callers: Intruders
  /** Judges one of them. */
  check(who: UnknownCaller, context: V1Context): Promise<void>
}

/** The three requirements on callers without a valid token. */
export const unknownCallers = ({
  statements,
  needs = [],
  callers,
  check,
}: IntruderCheck): Slugged<V1Context>[] => {
  const common = { source: stated(statements), accepts: ACCEPTED, about: 'authentication', needs } as const
  const refused = (intrusion: Intrusion) => ({
    ...common,
    cells: { core: callers.core[intrusion], further: unlocking(callers.further[intrusion]) },
    check: (context: V1Context): Promise<void> =>
      sideBySide([...callers.core[intrusion], ...callers.further[intrusion]], async (who) => {
        const isFurther = callers.further[intrusion].includes(who)
        if (isFurther && !(context.callers.canBe(who) && (await context.plenty.isGiven()))) return
        await check(who, context)
        context.tried(who)
      }),
  })
  return [
    requirement('missing-token-refused', {
      must: 'Without an Authorization header, or with one that has no token, nothing is served.',
      ...refused('missing'),
    }),
    requirement('unknown-token-refused', {
      must: 'A bearer token that nobody was given is refused, however like a good one it is.',
      ...refused('unknown'),
    }),
    requirement('wrong-scheme-refused', {
      must: 'A valid token under another scheme than Bearer, or under none, is refused.',
      ...refused('scheme'),
    }),
  ]
}
