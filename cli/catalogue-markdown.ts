/** The catalogues as the Markdown page that docs/requirements.md is. */
import type { Contract } from '../helpers/contract.ts'
import { type DocumentedContract, requirementsDocument } from '../helpers/requirements-doc.ts'
import { V1_CATALOGUE } from '../suites/v1/catalogue.ts'
import { V1_NEEDS } from '../suites/v1/needs.ts'
import { V1_STATEMENTS } from '../suites/v1/statements.ts'
import { V3_CATALOGUE } from '../suites/v3/catalogue.ts'
import { V3_NEEDS } from '../suites/v3/needs.ts'
import { V3_STATEMENTS } from '../suites/v3/statements.ts'

const DOCUMENTED: Record<Contract, DocumentedContract> = {
  v3: {
    contract: 'v3',
    catalogue: V3_CATALOGUE,
    statements: V3_STATEMENTS,
    needs: V3_NEEDS,
    credential: 'API_KEY',
  },
  v1: {
    contract: 'v1',
    catalogue: V1_CATALOGUE,
    statements: V1_STATEMENTS,
    needs: V1_NEEDS,
    credential: 'ACCESS_TOKEN',
  },
}

/** The page of the given contracts. */
export function catalogueMarkdown(contracts: readonly Contract[]): string {
  return requirementsDocument(contracts.map((contract) => DOCUMENTED[contract]))
}
