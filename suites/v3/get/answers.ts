/** What every answer to `GET /v3/users/{userId}` looks like. */

import { GET } from '../../../contracts/v3/pages.ts'
import { everyAnswer, everyUser } from '../every-answer.ts'
import { page } from '../language.ts'

export const answers = page(GET, [...everyUser(), ...everyAnswer()])
