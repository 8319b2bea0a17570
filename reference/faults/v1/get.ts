/** What faults of `GET /api/v1/users/{id}` are made of. */
import type { V1Change } from '../../v1/behaviour.ts'
import { editBody, type Members } from '../../v1/mutator.ts'
import type { V1Answer } from '../../v1/types.ts'

export const notFound: V1Answer = { status: 404, body: { error: 'not_found', message: 'Nobody is there' } }

/** Bends what get tells about a user. */
export const tell = (edit: (user: Members) => Members): V1Change => editBody('get', 200, edit)
