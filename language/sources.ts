/** Where a requirement comes from, computed from the statements that it cites: nothing of it is typed by hand. */
import type { Citation, Requirement, Source, Tier } from '../model/contract.ts'
import type { Statement } from '../model/statement.ts'
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
  const tier = tierOf(cited)
  const deciding = decidingOf(source, cited, tier)
  const group = cited.find((statement) => statement.group !== undefined)?.group
  return {
    ...rest,
    source: {
      ...source,
      page: deciding.page.name,
      cites: [deciding, ...cited.filter((one) => one !== deciding)].map(citationOf),
    },
    tier,
    ...(group === undefined ? {} : { group }),
  }
}

/** The sentence by which the promise is made: the one that entails it, or the first that says it so in its tier. */
function decidingOf({ kind, entailedBy }: Source, cited: readonly Statement[], tier: Tier): Statement {
  const own = cited.filter(({ page, group }) => tier === 'public' || (page.tier === 'documents' && !group))
  const found =
    cited.find(({ id }) => id === entailedBy) ?? own.find((one) => one.kind === kind) ?? own[0] ?? cited[0]
  if (found === undefined) throw new Error('a requirement cites nothing')
  return found
}

/** What belongs to a part of the public tier puts a requirement there; else one sentence of the documents is enough. */
function tierOf(cited: readonly Statement[]): Tier {
  if (cited.some(({ group }) => group !== undefined)) return 'public'
  return cited.some(({ page }) => page.tier === 'documents') ? 'documents' : 'public'
}

function citationOf({ id, page: { name, url }, kind, text }: Statement): Citation {
  return { id, page: name, kind, says: text, ...(url === undefined ? {} : { url }) }
}
