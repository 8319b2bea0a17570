/** What faults of `GET /v3/users` are made of. */
import { faultsOf } from './fault.ts'

export const list = faultsOf('list')

export const nobody = () => ({ users: [] })
