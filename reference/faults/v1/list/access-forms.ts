/** Forms of `GET /api/v1/users` in whom it answers. */
import type { V1Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'

export const listAccessForms: V1Form[] = credentialsOf('list')
