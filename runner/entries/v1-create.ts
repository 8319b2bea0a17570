/** `POST /api/v1/users`, as a file for `vitest --shard`. */
import { declareOperation } from '../worker/declare-operation.ts'

declareOperation('POST /api/v1/users')
