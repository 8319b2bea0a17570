/** The documented status of a success. */
import type { EveryAnswer } from '../../../language/every-answer.ts'
import { succeeded } from '../../../model/answer.ts'
import { must } from '../../../model/finding.ts'

/** Whoever is known and is served is served with this status, and whoever asks for what is valid is served. */
export function servedWith(status: number): EveryAnswer {
  return {
    look:
      () =>
      (answer, { known }) => {
        if (!known || !succeeded(answer)) return undefined
        return answer.status === status ? [] : [must(`status ${status}`, `status ${answer.status}`)]
      },
    denied: (answer) =>
      succeeded(answer) ? [] : [must(`status ${status} for a valid request`, `status ${answer.status}`)],
  }
}
