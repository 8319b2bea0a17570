/** Binds declared requirements to what one target's checks are handed. */

import type { VariableName } from '../helpers/config/variables.ts'
import type { Operation, PublicGroup, PublicTier, Safety } from '../model/contract.ts'
import type { Cause } from './causes.ts'
import type { Cells } from './cells.ts'
import type { Declaration, Declared, Phase } from './declaration.ts'
import { phaseOf } from './declaration.ts'
import type { AnswerRule } from './every-answer.ts'
import type { Inspections } from './inspections.ts'
import { type Instrument, Instruments } from './instrument.ts'
import { allAnswers } from './matchers/evidence.ts'
import { type Given, needText, settleNeeds } from './needs.ts'
import { settleGroup, unlocks, whereOffered } from './public-tier.ts'

/** A check before it is bound to a target. */
export interface DeclaredCheck {
  id: string
  operation: Operation
  phase: Phase
}

/** A check bound to the context of one target. */
export interface BoundCheck {
  prepare?: () => Promise<unknown>
  body: () => Promise<void> | void
  /** The forms in which the requirement is to be tried. */
  cells?: Cells
}

/** What every contract's checks are handed, beside the contract's own. */
export interface SuiteContext {
  isSet(variable: VariableName): boolean
  allows(safety: Safety): boolean
}

/** The requirements that are tried, each with its phase. */
export function checksOf<Context>(declared: readonly Declared<Context>[]): DeclaredCheck[] {
  return declared.flatMap(({ requirement: { id, operation }, declaration }) => {
    const phase = phaseOf(declaration)
    return phase === undefined ? [] : [{ id, operation, phase }]
  })
}

/** Instruments that a need implies: whoever needs a variable needs it to be what it is declared to be. */
export type ImpliedInstruments<Context> = Partial<Record<Given, Instrument<Context>>>

/** The requirements that are judged from every answer. */
export function answerRulesOf<Context>(declared: readonly Declared<Context>[]): AnswerRule[] {
  return declared.flatMap(({ requirement: { id, operation }, declaration }) =>
    'everyAnswer' in declaration
      ? [{ operation, slug: id.split('.')[2] ?? '', everyAnswer: declaration.everyAnswer }]
      : [],
  )
}

/** From which others the violation of a requirement may follow. */
export function causesOf<Context>(declaration: Declaration<Context>): readonly Cause[] {
  return ('follows' in declaration && declaration.follows) || []
}

/** Makes the checks ready for one target; each settles its group and its needs before it begins. */
export function bindChecks<Context extends SuiteContext>(
  declared: readonly Declared<Context>[],
  context: Context,
  inspections: Inspections,
  behind: ImpliedInstruments<Context> = {},
  publicTier: PublicTier = 'passive',
): Map<string, BoundCheck> {
  const instruments = new Instruments(context)
  const run = {
    isSet: (variable: VariableName) => context.isSet(variable),
    allows: (safety: Safety) => context.allows(safety),
    stateOf: instruments.stateOf.bind(instruments),
    behind: (given: Given) => behind[given],
  }
  const bound = new Map<string, BoundCheck>()
  for (const one of declared) {
    const body = bodyOf(one, context, inspections)
    if (body === undefined) continue
    const { declaration } = one
    const { group } = one.requirement
    const needs = ('needs' in declaration && declaration.needs) || []
    const { prepare } = 'prepare' in declaration ? declaration : {}
    const { cells = undefined } = 'unobservable' in declaration ? {} : declaration
    bound.set(one.requirement.id, {
      ...(cells === undefined ? {} : { cells }),
      async body() {
        settleGroup(group, publicTier)
        await settleNeeds(needs, run)
        await whereOffered(group, publicTier, body)
      },
      ...(prepare === undefined
        ? {}
        : {
            async prepare() {
              settleGroup(group, publicTier)
              await settleNeeds(needs, run)
              await prepare(context)
            },
          }),
    })
  }
  return bound
}

function bodyOf<Context extends SuiteContext>(
  { requirement: { id, operation }, declaration }: Declared<Context>,
  context: Context,
  inspections: Inspections,
): (() => Promise<void> | void) | undefined {
  if ('unobservable' in declaration) return undefined
  if (!('everyAnswer' in declaration)) return () => declaration.check(context)
  const slug = id.split('.')[2] ?? ''
  return async () => {
    await inspections.settled()
    try {
      allAnswers(inspections, operation, slug)
    } catch (unseen) {
      await declaration.unseen?.(context)
      throw unseen
    } finally {
      // Where nothing was seen, the check may know why.
      await declaration.check?.(context)
    }
  }
}

/** What a declaration needs, in the words of the documentation. */
export function needsOf<Context>(declaration: Declaration<Context>, group?: PublicGroup): string[] {
  const needs = ('needs' in declaration && declaration.needs) || []
  return [unlocks(group), ...needs.map((need) => needText(need))].filter((text) => text !== undefined)
}
