/** What the list tells of the rate limit, which all requests of an organization share. No limit is ever provoked. */

import { fallingRemainder, limitNumbers, limitRefusals } from '../../../contracts/v3/inspection/limits.ts'
import { LIST } from '../../../contracts/v3/pages.ts'
import { stated } from '../../../language/declaration.ts'
import { told } from '../../../language/needs.ts'
import { NotOffered, Untested } from '../../../model/outcome.ts'
import { page, requirement, type V3Context } from '../language.ts'

/** What unlocks a promise about refusals that a run does not ask for. */
const MET = 'a 429, which no run provokes'

export const limits = page(LIST, [
  requirement('rate-limit-numbers', {
    should:
      'The headers of the rate limit are whole numbers that fit each other: limit, remainder, and when it starts anew.',
    source: stated('T-03 T-04 T-05'),
    accepts: 'None of them on answers other than 429.',
    about: 'shape',
    everyAnswer: { look: () => limitNumbers },
    unseen: whereShown,
  }),

  requirement('rate-limit-falls', {
    should: 'The remainder falls while requests are sent.',
    source: stated('T-03 T-04'),
    accepts: 'Any pace of renewal.',
    about: 'shape',
    everyAnswer: { look: fallingRemainder },
    unseen: whereShown,
  }),

  requirement('rate-limit-refusal', {
    should: 'A 429 says in Retry-After how many seconds to wait, and has the code BUSINESS_002.',
    source: stated('T-06 T-07'),
    about: 'shape',
    everyAnswer: { look: () => limitRefusals },
    needs: [told('API_KEY', MET)],
    unseen() {
      throw new Untested(`needs ${MET}`)
    },
  }),
])

/** @throws NotOffered where the first list says nothing of a limit */
async function whereShown({ invitations }: V3Context): Promise<void> {
  const list = await invitations.baseline()
  if (limitNumbers(list) === undefined) {
    throw new NotOffered('the first list carries none of the headers of a rate limit')
  }
}
