/**
 * From which other requirements violations may follow, for who settles results without a run. As with the catalogues
 * (`catalogues.ts`), the build writes it down, so that nobody loads the declarations for it.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { Causality, Cause } from '../language/causes.ts'
import { CONTRACT_NAMES, catalogueOf } from './catalogues.ts'

/** Where the build writes the causes, beside the compiled sources. */
const COMPILED = new URL('./causes.json', import.meta.url)

/** The causes of every contract's requirements; those without any are left out. */
export type DeclaredCauses = [id: string, causes: readonly Cause[]][]

const causes: DeclaredCauses = existsSync(COMPILED)
  ? (JSON.parse(readFileSync(COMPILED, 'utf8')) as DeclaredCauses)
  : (await import('./index.ts')).declaredCauses()

/** What the declarations of all contracts say of causes. */
export const CAUSALITY: Causality = {
  causes: new Map(causes),
  wishes: new Set(catalogueOf(CONTRACT_NAMES).flatMap(({ id, level }) => (level === 'should' ? [id] : []))),
}
