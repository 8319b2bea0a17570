/** `GET /v3/users`, as a file for `vitest --shard`. */
import { declareOperation } from '../worker/declare-operation.ts'

declareOperation('GET /v3/users')
