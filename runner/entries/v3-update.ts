/** `PATCH /v3/users/{userId}`, as a file for `vitest --shard`. */
import { declareOperation } from '../worker/declare-operation.ts'

declareOperation('PATCH /v3/users/{userId}')
