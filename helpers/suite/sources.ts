/** Where a requirement comes from, computed from the statements that it cites: nothing of it is typed by hand. */
import type { Citation, Requirement, Tier } from '../../model/contract.ts'
import type { Statement } from '../../model/statement.ts'
import type { Declared } from './declaration.ts'

/**
 * Completes what declarations say of their sources.
 * @throws Error where a requirement cites a statement that there is not
 */
export function withSources<Context>(
  declared: readonly Declared<Context>[],
  statements: readonly Statement[],
): Declared<Context>[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  return declared.map(({ requirement, declaration }) => ({
    requirement: withSource(requirement, byId),
    declaration,
  }))
}

function withSource(requirement: Requirement, byId: ReadonlyMap<string, Statement>): Requirement {
  const { source, ...rest } = requirement
  const cited = source.statements.map((id) => {
    const statement = byId.get(id)
    if (statement === undefined) throw new Error(`${requirement.id} cites ${id}, which no page says`)
    return statement
  })
  const group = cited.find((statement) => statement.group !== undefined)?.group
  return {
    ...rest,
    source: { ...source, cites: cited.map(citationOf) },
    tier: tierOf(cited),
    ...(group === undefined ? {} : { group }),
  }
}

/** What belongs to a part of the public tier puts a requirement there; else one sentence of the documents is enough. */
function tierOf(cited: readonly Statement[]): Tier {
  if (cited.some(({ group }) => group !== undefined)) return 'public'
  return cited.some(({ page }) => page.tier === 'documents') ? 'documents' : 'public'
}

function citationOf({ id, page: { name, url }, kind, text }: Statement): Citation {
  return { id, page: name, kind, says: text, ...(url === undefined ? {} : { url }) }
}
