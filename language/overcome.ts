/** Lets a rule on server errors see those, too, that a repetition overcame. */

import { OvercomeErrors } from '../helpers/http/server-errors.ts'
import type { Answer } from '../model/answer.ts'
import type { Asked } from '../model/asked.ts'
import type { Finding } from '../model/finding.ts'
import type { Look, Shared } from './every-answer.ts'

/** @param look what is said of an answer itself */
export function withOvercome(
  look: (answer: Answer, asked: Asked) => Finding[] | undefined,
): (shared: Shared) => Look {
  return (shared) => {
    const errors = shared('overcome server errors', () => new OvercomeErrors())
    return (answer, asked) => [...(look(answer, asked) ?? []), ...errors.seenIn(answer.exchange)]
  }
}
