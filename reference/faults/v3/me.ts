/** What faults of `GET /v3/me` are made of. */
import { faultsOf } from './fault.ts'

export const me = faultsOf('me')
