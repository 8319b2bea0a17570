/** What may do damage where a target does not refuse; `vitest --shard` leaves it to the last shard. */
import { declareLast } from '../worker/declare-operation.ts'

declareLast()
