/** `POST /v3/users`, as a file for `vitest --shard`. */
import { declareOperation } from '../declare.ts'

declareOperation('POST /v3/users')
