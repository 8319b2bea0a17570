/** What faults of `POST /api/v1/users` are made of. */
import { membersOf } from '../../v1/body.ts'
import { editAnswer, type Members } from '../../v1/mutator.ts'
import type { V1Answer, V1Context } from '../../v1/types.ts'

export const MISSING = 'v1.create.email-required'

export const INVALID = 'v1.create.invalid-body'

export const TYPES = 'v1.create.wrong-types'

export const CONTENT_TYPE = 'v1.create.content-type'

export const isAddress = (email: unknown) => typeof email === 'string' && /^\S+@\S+\.\S+$/.test(email)

/** Bends the 400 of the bodies that `meant` likes. */
export function onlyFor(
  meant: (members: Members, context: V1Context) => boolean,
  edit: (answer: V1Answer) => V1Answer,
) {
  return editAnswer('create', 400, (answer, context) =>
    meant(membersOf(context.call), context) ? edit(answer) : answer,
  )
}
