/** What faults of `GET /api/v1/users` are made of. */
import { crashed } from '../../v1/mutator.ts'
import type { V1Query, V1User } from '../../v1/types.ts'
import type { V1Fault } from '../types.ts'

export const FILTER = 'v1.list.status-filter'

export const PENDING = 'v1.list.filter-finds-new-user'

/** Does with some values of `status` what `takes` says, and stays honest with the others. */
export function statusTaken(
  meant: (text: string) => boolean,
  takes: (text: string) => string | undefined,
): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    parseStatus: (values) =>
      values[0] !== undefined && meant(values[0]) ? takes(values[0]) : behaviour.parseStatus(values),
  })
}

export const breakDown = () => {
  throw crashed()
}

/** Does with one kind of limit what `takes` says, and stays honest with the others. */
export function limitTaken(
  meant: (text: string) => boolean,
  takes: (text: string) => number,
): V1Fault['change'] {
  return (behaviour) => ({
    ...behaviour,
    parseLimit: (values) =>
      values[0] !== undefined && meant(values[0]) ? takes(values[0]) : behaviour.parseLimit(values),
  })
}

export type Users = readonly V1User[]

export const start = ({ page, limit }: V1Query) => (page - 1) * limit

export const honest = (users: Users, query: V1Query) => users.slice(start(query), start(query) + query.limit)

export const SHAPE = 'v1.list.shape'
