/** The bearer token, on every operation: without a valid one nothing is served and nothing happens. */
import { type Slugged, stated } from '../../helpers/suite/declaration.ts'
import type { Need } from '../../helpers/suite/needs.ts'
import { requirement, type V1Context } from './language.ts'
import type { UnknownCaller } from './steps/callers.ts'

/** Who asks without a valid token; `basic` has one under a scheme that is not documented. */
export type Intruder = Exclude<UnknownCaller, 'bare'>

const ACCEPTED = '401 with any body or none; 403, 400 or 404 is a warning.'

/** What an operation does with callers whom it does not know. */
export interface IntruderCheck {
  /** The operation's statements on the Authorization header. */
  statements: string
  needs?: readonly Need<V1Context>[]
  /** Judges one of them. */
  check(who: Intruder, context: V1Context): Promise<void>
}

/** The three requirements on callers without a valid token. */
export const unknownCallers = ({ statements, needs = [], check }: IntruderCheck): Slugged<V1Context>[] => [
  requirement('missing-token-refused', {
    must: 'Without an Authorization header nothing is served.',
    source: stated(statements),
    accepts: ACCEPTED,
    about: 'authentication',
    needs,
    check: (context) => check('nobody', context),
  }),

  requirement('unknown-token-refused', {
    must: 'A bearer token that nobody was given is refused.',
    source: stated(statements),
    accepts: ACCEPTED,
    about: 'authentication',
    needs,
    check: (context) => check('stranger', context),
  }),

  requirement('wrong-scheme-refused', {
    must: 'A valid token under another scheme than Bearer, or under none, is refused.',
    source: stated(statements),
    accepts: ACCEPTED,
    about: 'authentication',
    needs,
    check: (context) => check('basic', context),
  }),
]
