/** What every answer to `GET /v3/users/{userId}` looks like. */
import { everyAnswer, everyUser } from '../every-answer.ts'
import { page } from '../language.ts'
import { GET } from '../pages.ts'

export const answers = page(GET, [...everyUser(), ...everyAnswer()])
