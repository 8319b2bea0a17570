/** Where a requirement comes from, in words: every output tells it by these. */
import type { Citation, Requirement } from '../model/contract.ts'

/** Who says so and how, in one line, e.g. `v3: Remove user, stated` or `v3: Get user by ID, entailed by G-02`. */
export function sourceText({ source }: Pick<Requirement, 'source'>): string {
  const { page, kind, entailedBy } = source
  return `${page}, ${kind}${entailedBy === undefined ? '' : ` by ${entailedBy}`}`
}

/** The sentences on which it rests, the one that decides first. Reports of earlier versions have none. */
export function citesOf({ source }: Pick<Requirement, 'source'>): readonly Citation[] {
  return source.cites ?? []
}
