/** `prove`: shows that every check can fail and that no honest freedom is accused. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError, loadEnvironment } from '../../helpers/config/config.ts'
import { checkWritable } from '../../helpers/config/writable.ts'
import { nearest } from '../../helpers/text/nearest.ts'
import { FAULTS, FORMS } from '../../reference/faults/index.ts'
import { VARIANTS } from '../../reference/variants/index.ts'
import { proofMarkdown, proofText } from '../../runner/proof/matrix.ts'
import { type Proof, wrongFaults } from '../../runner/proof/proof.ts'
import { runProof } from '../../runner/proof/run-proof.ts'
import { UsageError } from '../errors.ts'

/** Edits up to which a name is taken for a misspelt one. */
const TYPO_EDITS = 6

/** Flags as they were typed. */
export interface ProveFlags {
  /** Tries the forms, which need not be caught yet. */
  forms?: boolean
  /** How deep every run goes. */
  thorough?: string
  /** Draws other data than usual. */
  seed?: string
}

/**
 * @param names faults, forms and variants to prove; none: all faults and variants
 * @returns 0 when every fault was caught and charged with what it does, no variant was accused and, where all were tried, every requirement
 * has a fault; 0 for all forms, too; else 1
 * @throws UsageError for a name that there is not
 */
export async function proveCommand(
  names: string[],
  { forms = false, thorough, seed }: ProveFlags = {},
): Promise<number> {
  checkNames(names)
  const directory = loadEnvironment().REPORT_DIR || 'reports/latest'
  const problem = await checkWritable(directory)
  if (problem) throw new ConfigError([problem])
  const whole = names.length === 0 && !forms
  const proven = await runProof({
    forms,
    ...(names.length > 0 && { names }),
    ...(thorough === undefined ? {} : { thorough }),
    ...(seed === undefined ? {} : { seed }),
  })
  const proof = whole ? proven : partOf(proven)
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'proof.json'), `${JSON.stringify(proof, null, 2)}\n`)
  await writeFile(join(directory, 'proof.md'), proofMarkdown(proof))
  process.stdout.write(proofText(proof))
  process.stdout.write(`written to ${join(directory, 'proof.md')} and proof.json\n`)
  return proof.summary.failed > 0 && !(forms && names.length === 0) ? 1 : 0
}

/** A part of the faults cannot show that every requirement has one. */
function partOf({ faults, variants, summary, harm, books, ...rest }: Proof): Proof {
  const failed =
    wrongFaults(faults, rest.claims).length +
    variants.filter(({ accused }) => accused.length > 0).length +
    (harm.length > 0 ? 1 : 0)
  const passed = faults.length + variants.length + 1 - failed
  return { ...rest, faults, variants, unproven: [], harm, books, summary: { ...summary, passed, failed } }
}

function checkNames(names: string[]): void {
  const known = ['honest', ...[...FAULTS, ...FORMS, ...VARIANTS].map(({ name }) => name)]
  for (const name of names) {
    if (known.includes(name)) continue
    const meant = nearest(name, known, TYPO_EDITS)[0]
    const hint = meant === undefined ? 'serve --list-faults lists them.' : `Did you mean ${meant}?`
    throw new UsageError(`there is no fault or variant ${JSON.stringify(name)}. ${hint}`)
  }
}
