/** What must hold of the catalogue of any contract: every statement has its requirement, and every one its check. */
import { describe, expect, test } from 'vitest'
import type { ContractModule } from '../../language/module.ts'
import type { Statement } from '../../model/statement.ts'

const SLUG = '[a-z0-9]+(-[a-z0-9]+)*'

/** Declares the tests of one catalogue. */
export function catalogueTest(module: ContractModule, statements: readonly Statement[]): void {
  const { contract, catalogue, checks } = module
  const byId = new Map(catalogue.map((requirement) => [requirement.id, requirement]))
  const cited = new Set(catalogue.flatMap(({ source }) => source.statements))

  describe(`the requirements of ${contract}`, () => {
    test('have ids of their own', () => {
      expect(repeated(catalogue.map(({ id }) => id))).toEqual([])
    })

    test('spell their ids as contract, operation and slug', () => {
      const form = new RegExp(`^${contract}\\.${SLUG}\\.${SLUG}$`)
      expect(catalogue.map(({ id }) => id).filter((id) => !form.test(id))).toEqual([])
    })

    test('spell each operation in one way, and each way stands for one operation', () => {
      const pairs = new Set(catalogue.map(({ id, operation }) => `${id.split('.')[1]} = ${operation}`))
      const parts = [...pairs].map((pair) => pair.split(' = '))
      expect(repeated(parts.map(([slug]) => slug ?? ''))).toEqual([])
      expect(repeated(parts.map(([, operation]) => operation ?? ''))).toEqual([])
    })

    test('belong to the contract', () => {
      expect(catalogue.filter((requirement) => requirement.contract !== contract)).toEqual([])
    })

    test('are promises of one sentence', () => {
      const odd = catalogue.filter(({ title }) => !/^\S.*\.$/.test(title))
      expect(odd.map(({ id, title }) => `${id}: ${title}`)).toEqual([])
    })

    test('are tried by one check each, or say why HTTP cannot show them', () => {
      const observable = catalogue.filter(({ unobservable }) => unobservable === undefined)
      expect(checks.map(({ id }) => id).sort()).toEqual(observable.map(({ id }) => id).sort())
    })

    test('are tried under their own operation', () => {
      const astray = checks.filter(({ id, operation }) => byId.get(id)?.operation !== operation)
      expect(astray.map(({ id, operation }) => `${id} under ${operation}`)).toEqual([])
    })
  })

  test('the causes from which requirements follow are requirements of the contract', () => {
    const unknown = [...module.causes].flatMap(([id, causes]) =>
      causes
        .flatMap((cause) => (typeof cause === 'string' ? [cause] : [cause.of, cause.given, cause.lacking]))
        .filter((cause) => cause !== undefined && (cause === id || !byId.has(cause)))
        .map((cause) => `${id} follows from ${cause}`),
    )
    expect(unknown).toEqual([])
  })

  describe(`the statements of ${contract}`, () => {
    const known = new Set(statements.map(({ id }) => id))

    test('have ids of their own', () => {
      expect(repeated(statements.map(({ id }) => id))).toEqual([])
    })

    test('are known where a requirement cites them, and cited once', () => {
      const unknown = catalogue.flatMap(({ id, source }) =>
        source.statements.filter((cite) => !known.has(cite)).map((cite) => `${id} cites ${cite}`),
      )
      expect(unknown).toEqual([])
      const twice = catalogue.filter(({ source }) => repeated(source.statements).length > 0)
      expect(twice.map(({ id }) => id)).toEqual([])
    })

    test('are covered by a requirement, or say why none covers them', () => {
      const forgotten = statements.filter(({ id, excluded }) => !cited.has(id) && !excluded)
      expect(forgotten.map(({ id, observable, text }) => `${id} (${observable}) ${text}`)).toEqual([])
    })

    test('of the public tier have a group wherever they are tried, so that PUBLIC_TIER decides about them', () => {
      const astray = catalogue.filter(
        ({ tier, group, unobservable }) =>
          (tier === 'public') !== (group !== undefined) && unobservable === undefined,
      )
      expect(astray.map(({ id }) => id)).toEqual([])
    })

    test('make the promise as its declaration says: a must stands in the documents, or one of their sentences needs it', () => {
      const byStatement = new Map(statements.map((statement) => [statement.id, statement]))
      const unsupported = catalogue
        .filter(({ unobservable }) => unobservable === undefined)
        .filter(({ level, tier, source }) => {
          const { kind, entailedBy } = source
          const own = source.statements
            .flatMap((id) => byStatement.get(id) ?? [])
            .filter(({ page }) => tier === 'public' || page.tier === 'documents')
          if (kind === 'inferred') return level === 'must'
          if (kind === 'entailed') return !own.some((one) => one.id === entailedBy && one.kind === 'stated')
          return !own.some((one) => one.kind === kind || one.kind === 'stated')
        })
      expect(unsupported.map(({ id, source: { kind } }) => `${id}: ${kind}`)).toEqual([])
    })

    test('are not excluded where a requirement covers them', () => {
      const both = statements.filter(({ id, excluded }) => cited.has(id) && excluded !== undefined)
      expect(both.map(({ id }) => id)).toEqual([])
    })
  })
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
