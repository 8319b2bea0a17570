/** `GET /api/v1/users/{id}`, as a file for `vitest --shard`. */
import { declareOperation } from '../declare.ts'

declareOperation('GET /api/v1/users/{id}')
