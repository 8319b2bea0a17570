/** The bearer token, on every operation: without a valid one nothing is served and nothing happens. */

import { sideBySide } from '../../contracts/v1/side-by-side.ts'
import { INTRUDERS, type Intrusion, type UnknownCaller } from '../../contracts/v1/steps/callers.ts'
import { type Slugged, stated } from '../../language/declaration.ts'
import type { Need } from '../../language/needs.ts'
import { requirement, type V1Context } from './language.ts'

const ACCEPTED = '401 with any body or none; 403, 400 or 404 is a warning.'

/** What an operation does with callers whom it does not know. */
export interface IntruderCheck {
  /** The operation's statements on the Authorization header. */
  statements: string
  needs?: readonly Need<V1Context>[]
  /** Who tries, by what is wrong with the header; absent: everybody. */
  callers?: Record<Intrusion, readonly UnknownCaller[]>
  /** Judges one of them. */
  check(who: UnknownCaller, context: V1Context): Promise<void>
}

/** The three requirements on callers without a valid token. */
export const unknownCallers = ({
  statements,
  needs = [],
  callers = INTRUDERS,
  check,
}: IntruderCheck): Slugged<V1Context>[] => {
  const common = { source: stated(statements), accepts: ACCEPTED, about: 'authentication', needs } as const
  const refused = (intrusion: Intrusion) => ({
    ...common,
    cells: { core: callers[intrusion] },
    check: (context: V1Context): Promise<void> =>
      sideBySide(callers[intrusion], async (who) => {
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
