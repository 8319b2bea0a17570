/** What every answer about an account looks like. */

import { ME } from '../../../contracts/v3/pages.ts'
import { shown, stated } from '../../../language/declaration.ts'
import { everyAnswer, whereOffered } from '../every-answer.ts'
import { page, requirement } from '../language.ts'

export const answers = page(
  ME,
  whereOffered(
    [
      requirement('envelope', {
        must: 'A success carries success true, data, error null and meta.',
        source: shown('V-06 E-01'),
        accepts: 'Further members.',
        about: 'shape',
        everyAnswer: { shape: { of: 'success' } },
      }),

      requirement('account-fields', {
        must: 'An account has an id and is an organization, a user or a profile; contact and organization are texts or null.',
        source: stated('Q-08'),
        accepts: 'Further members; those that may be null left out.',
        about: 'shape',
        everyAnswer: { shape: { of: 'success', below: ['/data'] } },
      }),

      ...everyAnswer([], shown('V-06 E-01')),
    ],
    ({ account }) => account.own(),
  ),
)
