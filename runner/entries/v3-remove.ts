/** `DELETE /v3/users/{userId}`, as a file for `vitest --shard`. */
import { declareOperation } from '../worker/declare-operation.ts'

declareOperation('DELETE /v3/users/{userId}')
