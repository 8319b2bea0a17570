/** Where each contract keeps users and error words in its answers, so that one matcher serves all. */
import type { Answer } from '../../model/answer.ts'
import type { Contract } from '../../model/contract.ts'
import type { User } from '../../model/user.ts'

/** How to read the answers of one contract. */
export interface Reader {
  /** The users of a list; undefined when the answer is no list. */
  users(answer: Answer): User[] | undefined
  /** The single user; undefined when there is none. */
  user(answer: Answer): User | undefined
  /** The word by which a refusal tells programs its cause. */
  code(answer: Answer): string | undefined
  /** JSON pointers to these. */
  at: { users: string; user: string; code: string }
  /** Whether an answer calls itself a success, where answers of the contract say so. */
  saysSuccess?(answer: Answer): boolean
  /** Codes that say that an account is not in order, and hence nothing about what its role may do. */
  accountCodes?: readonly string[]
  /** Whether somebody new is refused because there are as many as there may be, which no document limits. */
  lacksRoom?(answer: Answer): boolean
  /** The name of the shape that the documents give an answer; undefined where they give none. */
  documented?(answer: Answer, asked: { known: boolean }): { schema: string } | undefined
}

const readers = new Map<Contract, Reader>()

/** Teaches the matchers a contract; whoever loads the contract does. */
export function readAnswersOf(contract: Contract, reader: Reader): void {
  readers.set(contract, reader)
}

/** The reader for the contract that an answer belongs to. @throws Error where that was not loaded */
export function readerOf({ exchange: { contract } }: Answer): Reader {
  const reader = readers.get(contract)
  if (reader === undefined) throw new Error(`nobody has said how answers of ${contract} are read`)
  return reader
}
