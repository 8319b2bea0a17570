/** Honest variants of v1: how times, ids and bodies may look. */
import { randomUUID } from 'node:crypto'
import type { V1Answer, V1Context } from '../../v1/types.ts'
import type { V1Variant } from '../types.ts'
import { editAnswer, editUsers, softVariant, variant } from './edits.ts'

const hasBody = ({ body }: { body?: unknown }) => body !== undefined

const isOfOtherForm = ({ status }: V1Answer, { id }: V1Context) =>
  status === 404 && !/^usr_[0-9a-f]{16,24}$/.test(id)

/** Writes both times of a user in another way. */
function times(write: (time: string) => string) {
  return editUsers((members) => ({
    ...members,
    created_at: write(String(members.created_at)),
    ...(typeof members.last_login === 'string' && { last_login: write(members.last_login) }),
  }))
}

/** Every variant of how answers may look. */
export const V1_LOOK_VARIANTS: readonly V1Variant[] = [
  variant(
    'v1-last-login-absent',
    'Somebody who never signed in has no `last_login`.',
    editUsers((members) =>
      members.last_login === null
        ? Object.fromEntries(Object.entries(members).filter(([name]) => name !== 'last_login'))
        : members,
    ),
  ),
  variant(
    'v1-times-with-fraction',
    'Times have milliseconds.',
    times((time) => time.replace('Z', '.417Z')),
  ),
  variant(
    'v1-times-with-nanoseconds',
    'Times have nine digits after the seconds.',
    times((time) => time.replace('Z', '.000000001Z')),
  ),
  variant(
    'v1-times-with-offset',
    'Times are written with an offset.',
    times((time) => new Date(Date.parse(time) + 5.5 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+05:30')),
  ),
  variant('v1-ids-in-any-case', 'Letter case tells no ids apart.', (behaviour) => ({
    ...behaviour,
    find: (id, context) => behaviour.find(id, context) ?? behaviour.find(id.toLowerCase(), context),
  })),
  softVariant('v1-ids-uuid', 'Ids of new users are UUIDs.', (behaviour) => ({
    ...behaviour,
    buildUser: (draft, members, context) => ({
      ...behaviour.buildUser(draft, members, context),
      id: randomUUID(),
    }),
  })),
  softVariant(
    'v1-ids-to-be-encoded',
    'Ids of new users have characters that a path has to encode.',
    (behaviour) => ({
      ...behaviour,
      buildUser(draft, members, context) {
        const user = behaviour.buildUser(draft, members, context)
        return { ...user, id: `${user.id} +%é` }
      },
    }),
  ),
  softVariant(
    'v1-ids-of-other-form-400-page',
    'An id that is none of the target’s is refused with 400 and a web page, as a router in front does.',
    editAnswer(isOfOtherForm, () => ({
      status: 400,
      headers: { 'content-type': 'text/html' },
      text: '<h1>Bad Request</h1>',
    })),
  ),
  softVariant(
    'v1-ids-of-other-form-422',
    'An id that is none of the target’s is refused with 422.',
    editAnswer(isOfOtherForm, (answer) => ({ ...answer, status: 422 })),
  ),
  variant('v1-extra-members', 'Every object has further members.', (behaviour) =>
    editAnswer(hasBody, (answer) => ({
      ...answer,
      body: { ...(answer.body as object), request_id: 'r-1', links: { self: '/' } },
    }))(
      editUsers((members) => ({ avatar: null, ...members, team: { id: 7 } }))({
        ...behaviour,
        metaOf: (query, total, shown) => ({
          ...behaviour.metaOf(query, total, shown),
          pages: 3,
          cursor: null,
        }),
      }),
    ),
  ),
  variant(
    'v1-json-indented',
    'Bodies are indented, and labelled without a charset.',
    editAnswer(hasBody, ({ status, headers, body }) => ({
      status,
      headers: { ...headers, 'content-type': 'application/json' },
      text: `${JSON.stringify(body, null, 4)}\n`,
    })),
  ),
  variant(
    'v1-json-label-shouted',
    'The media type is written in capitals.',
    editAnswer(hasBody, (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-type': 'Application/JSON;charset="UTF-8"' },
    })),
  ),
  variant(
    'v1-messages-translated',
    'Messages are in another language.',
    editAnswer(
      ({ status, body }) => status >= 400 && body !== undefined,
      (answer) => ({ ...answer, body: { ...(answer.body as object), message: 'Désolé, ça ne va pas ✋' } }),
    ),
  ),
]
