/** Faults of `GET /v3/me` in what its answers look like. */
import { inMember, isOk, rewrite, without } from '../../../v3/mutator.ts'
import type { JsonObject } from '../../../v3/types.ts'
import type { V3Fault } from '../../types.ts'
import { laterMetaOf } from '../later-members.ts'
import { me } from '../me.ts'
import { publicAnswersOf } from '../public-answers.ts'

const account = (edit: (data: JsonObject) => JsonObject) => rewrite('me', isOk, inMember('data', edit))

export const meAnswersFaults: V3Fault[] = [
  ...publicAnswersOf('me'),
  me(
    'id-missing',
    'account-fields',
    'An account has no id.',
    account((data) => without(data, 'id')),
  ),
  me(
    'id-number',
    'account-fields',
    'The id of an account is a number.',
    account((data) => ({ ...data, id: 4711 })),
  ),
  me(
    'type-company',
    'account-fields',
    'An organization is called a company.',
    account((data) => ({ ...data, type: 'company' })),
  ),
  me(
    'email-object',
    'account-fields',
    'The contact is an object.',
    account((data) => ({ ...data, email: { address: data.email } })),
  ),
  me(
    'profiles-count',
    ['account-fields', 'profiles-listed'],
    'profiles tells how many there are.',
    account((data) => ({ ...data, profiles: 1 })),
  ),
  ...laterMetaOf('me'),
]
