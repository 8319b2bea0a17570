/** `GET /v3/users`, as a file for `vitest --shard`. */
import { declareOperation } from '../declare.ts'

declareOperation('GET /v3/users')
