/** The files that are written from the declarations: `npm run update` writes them, a unit test says when they are stale. */
import { configurationPage, environmentExample } from '../helpers/config/describe.ts'
import { suiteVersion } from '../helpers/text/package-root.ts'
import type { Contract } from '../model/contract.ts'
import { requirementsDocument } from '../report/requirements-doc.ts'
import { freeze, readSets, setText } from '../report/sets/sets.ts'
import { CONTRACTS, modulesOf } from '../suites/index.ts'
import { openApiText } from '../suites/openapi.ts'
import { SETS } from './derived.ts'

/** What each generated file has to hold, by its path below the package's root. */
export function generatedFiles(): Map<string, string> {
  return new Map([
    ['.env.example', environmentExample()],
    ['docs/configuration.md', configurationPage()],
    ['docs/requirements.md', requirementsPage(CONTRACTS.map(({ contract }) => contract))],
    ['model/requirement-ids.ts', requirementIds()],
    ['schemas/openapi.json', openApiText()],
    ...setsToBeReleased(),
  ])
}

/** The requirements of the given contracts as a Markdown page. */
export function requirementsPage(contracts: readonly Contract[]): string {
  return requirementsDocument(modulesOf(contracts))
}

/** A set follows the declarations until its version is released, which the next version in package.json says. */
function setsToBeReleased(): [path: string, text: string][] {
  const version = suiteVersion()
  const catalogue = CONTRACTS.flatMap((contract) => contract.catalogue)
  return readSets(SETS)
    .filter(({ suite }) => suite === version)
    .map(({ name }) => [`requirements/${name}.json`, setText(freeze(name, version, catalogue))])
}

function requirementIds(): string {
  const ids = CONTRACTS.flatMap(({ catalogue }) => catalogue.map(({ id }) => id)).sort()
  return `/** Every requirement id. Written by \`npm run update\`; a released id may be retired, never given to another promise. */
export type RequirementId =
${ids.map((id) => `  | '${id}'`).join('\n')}
`
}
