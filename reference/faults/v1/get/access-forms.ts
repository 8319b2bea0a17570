/** Forms of `GET /api/v1/users/{id}` in whom it answers. */
import type { V1Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'

export const getAccessForms: V1Form[] = credentialsOf('get')
