/** `plan`: says what a run would judge with the present credentials and safety, without a single request. */
import { type Config, loadEnvironment, readConfig } from '../../helpers/config/config.ts'
import { type Contract, type Requirement, SAFETIES, type Safety } from '../../helpers/contract.ts'
import { type Need, needsOf } from '../../helpers/needs.ts'
import { labelled } from '../../helpers/report/terminal/wrap.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { V1_NEEDS } from '../../suites/v1/needs.ts'
import { V3_NEEDS } from '../../suites/v3/needs.ts'
import { widthOf } from '../terminal.ts'

const NEEDS: Record<Contract, Need[]> = { v3: V3_NEEDS, v1: V1_NEEDS }

/** What each safety lets a run send. */
const SENDS: Record<Safety, string> = {
  'read-only': 'GET alone',
  disposable: 'GET; POST and DELETE for users that the run creates itself, and for unknown ids',
  full: 'GET; POST and DELETE for users of its own; for real, too, the removals that the target must refuse',
}

/** @returns 0; @throws ConfigError for what is wrong with the configuration */
export async function planCommand(): Promise<number> {
  const config = readConfig(loadEnvironment())
  const catalogue = catalogueOf(config.contracts ?? ['v3', 'v1'])
  const observable = catalogue.filter(({ unobservable }) => unobservable === undefined)
  const groups = new Map<string, string[]>()
  for (const requirement of observable) {
    const missing = missingFor(requirement, config)
    if (missing.length === 0) continue
    const key = `needs ${missing.join(' and ')}`
    groups.set(key, [...(groups.get(key) ?? []), requirement.id])
  }
  const untested = [...groups.values()].flat().length
  const width = Math.max(60, widthOf(process.stdout))
  const lines = [
    ...labelled('target', config.baseUrl ?? 'the embedded reference', 10, width),
    ...labelled('sends', `${SENDS[config.safety]} (safety ${config.safety})`, 10, width),
    ...labelled('judged', `${observable.length - untested} of ${observable.length} requirements`, 10, width),
    ...[...groups].flatMap(([reason, ids]) => [
      '',
      `${reason} (${ids.length})`,
      ...labelled('', ids.join(' '), 2, width),
    ]),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

function missingFor({ id, contract }: Requirement, config: Config): string[] {
  return needsOf(NEEDS[contract], id).filter((need) => !isMet(need, config))
}

/** A need is met when one of the variables that it names is set, or the safety that it names is allowed. */
function isMet(need: string, config: Config): boolean {
  const named = need.match(/SAFETY=[a-z-]+|[A-Z][A-Z_]+/g) ?? []
  return named.some((one) =>
    one.startsWith('SAFETY=') ? allows(config.safety, one.slice('SAFETY='.length)) : isSet(one, config),
  )
}

function allows(safety: Safety, needed: string): boolean {
  return SAFETIES.indexOf(safety) >= (SAFETIES as readonly string[]).indexOf(needed)
}

/** The embedded reference brings everything with it. */
function isSet(name: string, { baseUrl, v3, v1 }: Config): boolean {
  const values: Record<string, string | undefined> = {
    DEVELOPER_API_KEY: v3.developerApiKey,
    RESTRICTED_API_KEY: v3.restrictedApiKey,
    SELF_USER_ID: v3.selfUserId,
    PROFILE_ID: v3.profileId,
    FOREIGN_PROFILE_ID: v3.foreignProfileId,
    RESTRICTED_ACCESS_TOKEN: v1.restrictedAccessToken,
  }
  return baseUrl === undefined || values[name] !== undefined
}
