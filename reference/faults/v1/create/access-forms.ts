/** Forms of `POST /api/v1/users` in whom it answers. */
import type { V1Form } from '../../types.ts'
import { credentialsOf } from '../credentials.ts'

export const createAccessForms: V1Form[] = credentialsOf('create')
