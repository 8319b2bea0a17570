/**
 * What the tokens of v1 are, seen without a change to anybody: by a read, and where SAFETY allows more, by one removal
 * of an id that nobody has for each token.
 */

import { preflightV1 } from '../../contracts/v1/client/preflight.ts'
import { metaOf } from '../../contracts/v1/client/user.ts'
import {
  contradicted,
  examined,
  missing,
  proven,
  statusText,
  unlessForbidden,
  unproven,
} from '../../language/examination.ts'
import { type Answer, refusesCaller } from '../../model/answer.ts'
import type { Examined, ExaminedContract } from '../../model/examination.ts'
import type { V1Context } from './language.ts'

const MORE = 'Let SAFETY=disposable ask for the removal of an id that nobody has.'

/** Examines both tokens. */
export async function examineV1(context: V1Context): Promise<ExaminedContract> {
  const problem = await preflightV1(context)
  if (problem !== undefined) return { problem, variables: [] }
  const variables = await Promise.all([
    examined('ACCESS_TOKEN', () => manager(context)),
    context.isSet('RESTRICTED_ACCESS_TOKEN')
      ? examined('RESTRICTED_ACCESS_TOKEN', () => restricted(context))
      : Promise.resolve(
          missing('RESTRICTED_ACCESS_TOKEN', 'Make a token for somebody who may not delete users.'),
        ),
  ])
  return { variables }
}

async function manager(context: V1Context): Promise<Examined> {
  const { total } = metaOf(await context.directory.baseline())
  const seen = `is known to the target${total === undefined ? '' : ` and shown ${total} users`}`
  const answer = await removalBy(context, 'manager')
  if (answer === undefined) {
    return unproven('ACCESS_TOKEN', `${seen}; whether it may manage users, reading does not show`, MORE)
  }
  if (refusesCaller(answer)) {
    return contradicted(
      'ACCESS_TOKEN',
      `${seen}, but may not remove users (${statusText(answer)})`,
      'Take a token of somebody who may manage users, and check that the tokens are not swapped.',
    )
  }
  return proven('ACCESS_TOKEN', `${seen}, and may remove users (${statusText(answer)} for nobody's id)`)
}

async function restricted(context: V1Context): Promise<Examined> {
  const list = await context.listedByRestricted()
  const removal = await removalBy(context, 'restrictedUnproven')
  if ([list, ...(removal ? [removal] : [])].every(({ status }) => status === 401)) {
    return contradicted(
      'RESTRICTED_ACCESS_TOKEN',
      `is answered like a token that nobody was given (${statusText(list)})`,
      'Check that it is right, unexpired and meant for this BASE_URL.',
    )
  }
  if (removal !== undefined && refusesCaller(removal)) {
    return proven('RESTRICTED_ACCESS_TOKEN', `is known, and may not remove users (${statusText(removal)})`)
  }
  return removal === undefined
    ? unproven(
        'RESTRICTED_ACCESS_TOKEN',
        'is known; whether it may remove users, reading does not show',
        MORE,
      )
    : unproven(
        'RESTRICTED_ACCESS_TOKEN',
        `is known, and was not refused the removal of nobody's id (${statusText(removal)}): a target may look for the user first, or the token may remove users`,
        'Check that it belongs to somebody who may not delete users, and that the tokens are not swapped.',
      )
}

/** Asks for the removal of an id that nobody has; undefined where SAFETY lets nothing be asked for but reads. */
async function removalBy(
  context: V1Context,
  who: 'manager' | 'restrictedUnproven',
): Promise<Answer | undefined> {
  const purpose = 'may this token remove users? For an id that nobody has'
  const id = await context.directory.unknownId()
  return unlessForbidden(() => context.callers[who].remove(id, { purpose }))
}
