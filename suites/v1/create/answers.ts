/** What every answer to a creation looks like. */

import { servedWith } from '../../../contracts/v1/inspection/success.ts'
import { CREATE } from '../../../contracts/v1/pages.ts'
import { shown, stated } from '../../../language/declaration.ts'
import { everyAnswer } from '../every-answer.ts'
import { page, requirement } from '../language.ts'

export const answers = page(CREATE, [
  requirement('status-201', {
    must: 'A creation is answered with 201.',
    source: stated('DC-08 DC-01 DC-02 DC-05'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    everyAnswer: servedWith(201),
    check: ({ people }) => people.plainly(),
  }),

  requirement('shape', {
    must: 'The answer is the new user, with id, e-mail, name, role, status and creation time, and nothing around it.',
    source: shown('DC-09 DS-02 DS-04 DS-05 DS-06 DS-07 DS-11'),
    accepts:
      'Further members; any form of id; any RFC 3339 time; name null or left out where none was given.',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    everyAnswer: { shape: { of: 'success' } },
  }),

  requirement('invalid-error', {
    must: 'A 400 says an error word and a message, for a missing e-mail address the word validation_error.',
    source: shown('DC-15 DS-09 DS-10'),
    accepts: 'Any wording of the message; further members.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    everyAnswer: { shape: { of: 400 } },
    check({ expect, wordOfMissingEmail }) {
      const seen = wordOfMissingEmail()
      if (!seen) return
      const { answer, word } = seen
      expect(answer).toKeep('validation_error', word === 'validation_error', `${word ?? 'no word'}`, '/error')
    },
  }),

  requirement('invalid-word', {
    should: 'Every 400 says the word validation_error.',
    source: shown('DC-15 DS-10'),
    about: 'validation',
    needs: ['SAFETY=disposable'],
    everyAnswer: { shape: { of: 400, recommended: true } },
  }),

  requirement('conflict-error', {
    must: 'A 409 says the word conflict and a message.',
    source: shown('DC-17 DS-09 DS-10'),
    accepts: 'Any wording of the message; further members.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    everyAnswer: { shape: { of: 409 } },
  }),

  ...everyAnswer('DC-09', ['SAFETY=disposable']),
])
