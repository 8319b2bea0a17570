/** `GET /api/v1/users/{id}`, as a file for `vitest --shard`. */
import { declareOperation } from '../worker/declare-operation.ts'

declareOperation('GET /api/v1/users/{id}')
