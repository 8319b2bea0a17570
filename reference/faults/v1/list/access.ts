/** Faults of `GET /api/v1/users` in whom it answers. */
import type { V1Change } from '../../../v1/behaviour.ts'
import { crash, editAnswer } from '../../../v1/mutator.ts'
import type { V1Fault } from '../../types.ts'
import { admit, openTo, somebody } from '../callers.ts'
import { fault } from '../fault.ts'

/** Lets in whoever would be refused, if `admits` says so, where the query has a parameter. */
const asked =
  (name: string, admits: (header: string | undefined) => boolean): V1Change =>
  (behaviour) => ({
    ...behaviour,
    authenticate: (header, callers, context) =>
      context.operation === 'list' && context.call.query.has(name) && admits(header)
        ? somebody(context)
        : behaviour.authenticate(header, callers, context),
  })

export const listAccessFaults: V1Fault[] = [
  ...openTo('list'),
  fault(
    'v1-list-filtered-without-token',
    'v1.list.missing-token-refused',
    'Where the list is filtered by status, no token is asked for.',
    asked('status', (header) => !header),
  ),
  fault(
    'v1-list-later-page-with-unknown-token',
    'v1.list.unknown-token-refused',
    'For the second page any token will do.',
    asked('page', (header) => /^Bearer ./i.test(header ?? '')),
  ),
  fault(
    'v1-list-with-any-credentials-but-bearer',
    'v1.list.wrong-scheme-refused',
    'Only bearer tokens are looked at; every other kind of credentials passes unread.',
    admit('list', (header) => !!header && !/^Bearer /i.test(header)),
  ),
  fault(
    'v1-list-unauthorized-empty',
    'v1.list.missing-token-refused',
    'A caller without a token gets 200 and an empty list.',
    editAnswer('list', 401, () => ({
      status: 200,
      body: { data: [], meta: { page: 1, limit: 20, total: 0 } },
    })),
  ),
  fault(
    'v1-list-unauthorized-crash',
    'v1.list.unknown-token-refused',
    'A token that was never issued leads to 500.',
    editAnswer('list', 401, (answer, { call }) => (call.headers.authorization ? crash(answer) : answer)),
  ),
]
