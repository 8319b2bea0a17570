/** `POST /v3/users`, as a file for `vitest --shard`. */
import { declareOperation } from '../worker/declare-operation.ts'

declareOperation('POST /v3/users')
