/** Where each contract keeps users and error words in its answers, so that one matcher serves all. */

import type { Answer } from '../../../model/answer.ts'
import type { Contract } from '../../../model/contract.ts'
import type { User } from '../../../model/user.ts'
import * as v1 from '../../../suites/v1/client/user.ts'
import * as v3 from '../../../suites/v3/client/user.ts'

/** How to read the answers of one contract. */
interface Reader {
  /** The users of a list; undefined when the answer is no list. */
  users(answer: Answer): User[] | undefined
  /** The single user; undefined when there is none. */
  user(answer: Answer): User | undefined
  /** The word by which a refusal tells programs its cause. */
  code(answer: Answer): string | undefined
  /** JSON pointers to these. */
  at: { users: string; user: string; code: string }
}

const readers: Record<Contract, Reader> = {
  v3: {
    users: v3.usersOf,
    user: v3.userOf,
    code: v3.errorCode,
    at: { users: '/data/users', user: '/data', code: '/error/code' },
  },
  v1: {
    users: v1.entriesOf,
    user: v1.userOf,
    code: v1.errorWord,
    at: { users: '/data', user: '', code: '/error' },
  },
}

/** The reader for the contract that an answer belongs to. */
export function readerOf(answer: Answer): Reader {
  return readers[answer.exchange.contract]
}
