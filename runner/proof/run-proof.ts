/** Runs the real suite against every fault and every variant, in more workers than there are processors. */
import { availableParallelism } from 'node:os'
import { readConfig } from '../../helpers/config/config.ts'
import { unlocks } from '../../language/public-tier.ts'
import type { Contract, Safety } from '../../model/contract.ts'
import { FAULTS, type Fault, FORMS } from '../../reference/faults/index.ts'
import { VARIANTS } from '../../reference/variants/index.ts'
import { CONTRACT_NAMES, catalogueOf } from '../../suites/catalogues.ts'
import type { Collected } from '../collect.ts'
import { newRunId } from '../conformance.ts'
import { runTargets } from '../run-targets.ts'
import type { EmbeddedOptions, Target } from '../target.ts'
import { harmIn } from './harm.ts'
import { concludeProof, type Harm, isMissed, type Proof, proveFault, proveVariant } from './proof.ts'

/** Some targets wait long for limits or late changes; a processor has others to judge meanwhile. */
const PER_PROCESSOR = 2

const HONEST = { name: 'honest', contract: 'both' as const, says: 'The reference as it is.' }

/** What is to be proven. */
export interface Part {
  /** Only these faults, forms and variants; absent: all. */
  names?: readonly string[]
  /** The forms, which need not be caught yet, instead of the faults and variants. */
  forms?: boolean
  /** How deep every run goes, as `THOROUGH` says it. */
  thorough?: string
  /** Draws other data and another order than usual; absent: the same each time. */
  seed?: string
}

/** Faults and variants, or the forms alone; with names whichever has one of them. */
export async function runProof({ names, forms = false, thorough = 'off', seed }: Part = {}): Promise<Proof> {
  const started = Date.now()
  const targetFor = targetsOf(thorough, seed)
  const catalogue = catalogueOf(CONTRACT_NAMES)
  const beyond = catalogue.flatMap(({ id, group }) => (unlocks(group) === undefined ? [] : [id]))
  const faultTarget = (
    { name, contract, requirement }: Fault,
    safety: Safety = 'full',
    invitations: 'auto' | 'many' = 'auto',
  ): Target => {
    const target = targetFor(name, contract, { faults: [name] }, safety, invitations)
    // What a usual run does not ask for is judged alone, and nothing else then.
    return requirement.some((id) => beyond.includes(id)) ? { ...inPublic(target), only: beyond } : target
  }
  const wanted = ({ name }: { name: string }): boolean => names === undefined || names.includes(name)
  const faults = (names ? [...FAULTS, ...FORMS] : forms ? FORMS : FAULTS).filter(wanted)
  const variants = names || !forms ? [HONEST, ...VARIANTS].filter(wanted) : []
  const targets = [
    ...variants.map(({ name, contract }) =>
      inPublic(targetFor(name, contract, name === HONEST.name ? {} : { variant: name }, 'full', 'many')),
    ),
    ...faults.map((fault) => faultTarget(fault)),
    ...faults.filter(mayDiffer).map((fault) => faultTarget(fault, 'disposable')),
  ]
  const levels = new Map(catalogue.map(({ id, level }) => [id, level]))
  const collected = await run(targets)
  // The reference announces ten invitations a minute. Whatever a usual run lets through there may show where none are announced.
  const missed = faults.filter((fault) =>
    isMissed(proveFault(fault, verdictsOf(collected, fault.name), levels)),
  )
  const again = missed.map((fault) => faultTarget(fault, 'full', 'many'))
  for (const [name, one] of await run(again)) collected.set(name, one)
  const isAgain = new Set(missed)
  return concludeProof(
    faults.map((fault) => ({
      ...proveFault(fault, verdictsOf(collected, fault.name), levels),
      ...(isAgain.has(fault) ? { inPlenty: true as const } : {}),
    })),
    variants.map((variant) => proveVariant(variant, verdictsOf(collected, variant.name))),
    catalogue,
    Date.now() - started,
    {
      harm: harmOf([...targets, ...again], collected),
      books: targets.length + again.length,
      ...(thorough === 'off' ? {} : { thorough }),
    },
  )
}

/** Whether a fault may meet another ladder under SAFETY=disposable: where removals, scopes or simulation are wrong. */
function mayDiffer({ contract, requirement }: Fault): boolean {
  return (
    contract === 'v3' &&
    requirement.some((id) => /^v3\.(remove\.|update\.(self|last-admin))|sandbox|scope/.test(id))
  )
}

/** Faults that keep removed users where nothing shows them any more, so that nobody could name them. */
const HIDES_FOR_GOOD = ['v1-delete-still-removable']

function harmOf(targets: readonly Target[], collected: ReadonlyMap<string, Collected>): Harm[] {
  return targets.flatMap(({ name: key, config: { safety } }) => {
    const told = collected.get(key)
    const [name = key] = key.split(' ')
    return told === undefined || HIDES_FOR_GOOD.includes(name)
      ? []
      : harmIn(told, safety).map((says) => ({ name, safety, says }))
  })
}

/** What makes targets whose runs go so deep, and draw so. */
const targetsOf =
  (thorough: string, seed: string | undefined) =>
  (
    name: string,
    contract: Contract | 'both',
    embedded: EmbeddedOptions,
    safety: Safety = 'full',
    invitations: 'auto' | 'many' = 'auto',
  ): Target => ({
    name: safety === 'full' ? name : `${name} (${safety})`,
    config: readConfig({ INVITATIONS: invitations, SAFETY: safety, THOROUGH: thorough }),
    embedded: { ...embedded, book: true, direct: true },
    runId: newRunId(),
    // A proof comes out alike each time.
    seed: seed === undefined ? name : `${name} ${seed}`,
    contracts: contract === 'both' ? [...CONTRACT_NAMES] : [contract],
    keepEvidence: false,
    handsOverAtOnce: true,
  })

/** The same target, of which all is asked that public pages promise. */
function inPublic(target: Target): Target {
  return { ...target, config: { ...target.config, publicTier: 'auto' } }
}

function verdictsOf(collected: ReadonlyMap<string, Collected>, name: string): Collected['results'] {
  const found = collected.get(name)
  if (!found?.ended || found.results.size === 0) {
    throw new Error(found?.message ?? `the run against ${name} did not end`)
  }
  return found.results
}

async function run(targets: Target[]): Promise<Map<string, Collected>> {
  if (targets.length === 0) return new Map()
  const { targets: collected, errors } = await runTargets(
    deal(targets, availableParallelism() * PER_PROCESSOR),
  )
  if (errors.length > 0) throw new Error(`the proof could not be run: ${errors.slice(0, 3).join('; ')}`)
  return collected
}

/** Deals targets out like cards, so that neighbours, which take similar time, spread over the workers. */
function deal<T>(items: T[], hands: number): T[][] {
  const groups: T[][] = Array.from({ length: Math.max(1, Math.min(hands, items.length)) }, () => [])
  for (const [index, item] of items.entries()) groups[index % groups.length]?.push(item)
  return groups
}
