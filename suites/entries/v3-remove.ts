/** `DELETE /v3/users/{userId}`, as a file for `vitest --shard`. */
import { declareOperation } from '../declare.ts'

declareOperation('DELETE /v3/users/{userId}')
