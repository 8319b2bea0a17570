/** `rerun`: judges one requirement of a report again at the target, with what it needs and nothing else, and compares. */
import {
  type Config,
  ConfigError,
  loadEnvironment,
  readConfig,
  secretsOf,
} from '../../helpers/config/config.ts'
import { maskOf } from '../../helpers/secrets/mask-of.ts'
import { nearest } from '../../helpers/text/nearest.ts'
import { printable } from '../../helpers/text/printable.ts'
import type { Report, RequirementResult } from '../../model/report.ts'
import { readReports } from '../../report/compare/read.ts'
import { failureLines } from '../../report/terminal/failures.ts'
import { painter } from '../../report/terminal/style.ts'
import { runConformance } from '../../runner/conformance.ts'
import { UNSETTLED_EXIT, USAGE_EXIT, UsageError } from '../errors.ts'
import { wantsColour, widthOf } from '../terminal.ts'

/** Edits up to which an id is taken for a misspelt one. */
const TYPO_EDITS = 8

/**
 * @param path a report, or the directory that holds it
 * @param id of the requirement
 * @returns 1 where it is violated now, 0 where it is not, 3 where it could not be judged
 * @throws CompareError, UsageError or ConfigError for what is wrong before anything is sent
 */
export async function rerunCommand(path: string, id: string): Promise<number> {
  const [read] = await readReports([path])
  if (read === undefined) throw new UsageError(`${printable(path, 200)}: no report`)
  const { report } = read
  const told = requirementOf(report, id)
  const config = configFor(report)
  const mayHarm = report.exchanges.some((one) => one.risk && told.evidence.includes(one.id))
  if (mayHarm) {
    note(
      `Warning: ${told.id} asks for the removal of somebody whom no run has made; where the target does not refuse, they are gone. SAFETY=${config.safety} ${config.safety === 'full' ? 'lets it ask in earnest' : 'lets it ask for the simulation at most'}.`,
    )
  }
  if (config.baseUrl !== undefined && config.baseUrl !== report.target.baseUrl) {
    note(`The report is about ${report.target.baseUrl}; this asks ${config.baseUrl}.`)
  }
  const only = [told.id, ...(told.follows === undefined ? [] : [told.follows])]
  const again = await runConformance(config, { only, onNotice: note })
  return compared(told, again, maskOf(secretsOf(config)))
}

/** @throws UsageError where there is nothing that could be judged again */
function requirementOf({ requirements }: Report, id: string): RequirementResult {
  const found = requirements.find((one) => one.id === id)
  if (found === undefined) {
    const [meant] = nearest(
      id,
      requirements.map((one) => one.id),
      TYPO_EDITS,
    )
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`
    throw new UsageError(`the report has no requirement ${printable(JSON.stringify(id), 120)}${hint}`)
  }
  if (found.unobservable !== undefined) {
    throw new UsageError(`${found.id}: HTTP cannot show it: ${printable(found.unobservable, 200)}`)
  }
  return found
}

/** The configuration of the environment, with target, scope and seed of the report where it names none. */
function configFor(report: Report): Config {
  const { target, contracts, safety, run } = report
  const given = loadEnvironment()
  const environment = target.embedded
    ? given
    : { BASE_URL: target.baseUrl, CONTRACTS: contracts.join(','), SAFETY: safety, ...given }
  try {
    const config = readConfig(environment, { embedded: target.embedded })
    return { ...config, contracts, ...(run.seed === undefined ? {} : { seed: run.seed }) }
  } catch (error) {
    if (error instanceof ConfigError) note('The credentials of the run have to be set once more.')
    throw error
  }
}

function compared(told: RequirementResult, again: Report, mask: (text: string) => string): number {
  const now = again.requirements.find(({ id }) => id === told.id)
  if (again.message !== undefined) note(printable(again.message, 1_000))
  if (again.broke) return USAGE_EXIT
  if (now === undefined) return UNSETTLED_EXIT
  const screen = process.stdout
  const lines = failureLines(
    { ...again, requirements: again.requirements.filter(({ id }) => id === told.id) },
    { paint: painter(wantsColour(screen)), width: Math.max(40, widthOf(screen)), isWhole: true },
  )
  const because = now.reason === undefined ? '' : `: ${printable(now.reason, 400)}`
  screen.write(
    mask(`${lines.map((line) => `${line}\n`).join('')}
report  ${told.verdict}${told.reason === undefined ? '' : `: ${printable(told.reason, 400)}`}
now     ${now.verdict}${because}
${told.verdict === now.verdict ? 'the same verdict' : 'another verdict'}, ${again.summary.requests.total} requests
`),
  )
  if (now.verdict === 'failed' || now.verdict === 'warning') return 1
  return now.verdict === 'passed' ? 0 : UNSETTLED_EXIT
}

function note(line: string): void {
  process.stderr.write(`${line}\n`)
}
