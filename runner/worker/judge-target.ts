/** One run against one target, from its opening to its end, told as it comes. */
import type { LoadedContract } from '../../language/module.ts'
import type { Target } from '../target.ts'
import { attempt } from './attempt.ts'
import { startedChecks } from './eager-start.ts'
import { endOf, isOthers } from './hand-over.ts'
import type { FromWorker } from './messages.ts'
import { openRun } from './open.ts'
import type { Judging } from './run.ts'

/**
 * Judges one target; whatever goes wrong is told.
 * @param tell called with everything that is to be handed over, in order
 */
export async function judgeTarget(
  target: Target,
  modules: LoadedContract[],
  tell: (message: FromWorker) => void,
): Promise<void> {
  const opened = await attempt(() => openRun(target, modules), target)
  if (opened.run) await judgeAll(opened.run, modules, target, tell)
  tell({ kind: 'ended', end: await endOf(target, opened) })
}

async function judgeAll(
  run: Judging,
  modules: LoadedContract[],
  target: Target,
  tell: (message: FromWorker) => void,
): Promise<void> {
  const gathered: (FromWorker & { kind: 'judged' })['judged'] = []
  const hand = (judged: typeof gathered): void => {
    if (target.handsOverAtOnce) gathered.push(...judged)
    else tell({ kind: 'judged', judged })
  }
  await Promise.all(
    startedChecks(run, modules, target).map(async ({ check, judgement }) => {
      const found = await judgement
      if (isOthers(found, check, target)) return
      // The exchanges come first: what a judgement quotes of them is shared in the same way.
      const exchanges = run.newExchanges()
      hand([{ target: target.name, judgement: run.handedOn(found), exchanges }])
    }),
  )
  if (gathered.length > 0) tell({ kind: 'judged', judged: gathered })
}
