/** What a worker hands over of a run, whoever asks for it. */
import type { DeclaredCheck } from '../../language/bind.ts'
import type { EndMeta, Target } from '../target.ts'
import type { Opened } from './attempt.ts'
import type { Judgement } from './judge.ts'

/** Waits for the end of the run, and tells what is left to tell. */
export async function endOf(target: Target, { run, failure }: Opened): Promise<EndMeta> {
  const recording = run?.recording()
  const ended = await run?.end()
  const exchanges = run?.newExchanges() ?? []
  // Everybody is met by now.
  const told = (text: string): string => run?.told(text) ?? text
  const message = failure ?? (ended === undefined ? undefined : told(ended))
  return {
    target: target.name,
    baseUrl: run?.baseUrl ?? target.config.baseUrl ?? '',
    exchanges: [...(run?.revisedExchanges() ?? []), ...exchanges],
    judgements: run?.revisedJudgements() ?? [],
    leftovers: (run?.leftovers ?? []).map((one) => ({
      ...one,
      email: told(one.email),
      reason: told(one.reason),
    })),
    strays: run?.strays() ?? [],
    damages: run?.damages() ?? [],
    ...(recording === undefined ? {} : { recording }),
    ...(target.recorded === undefined ? {} : { unrecorded: run?.unrecorded() ?? { missing: [], cut: [] } }),
    ...(run?.book === undefined ? {} : { book: run.book }),
    ...(message === undefined ? {} : { message }),
  }
}

/** A closing check of an operation that another shard judges counts only where this one saw its answers. */
export function isOthers(
  { verdict }: Judgement,
  { id, phase }: Pick<DeclaredCheck, 'id' | 'phase'>,
  { part }: Target,
): boolean {
  const unsettled = verdict === 'inconclusive' || verdict === 'untested'
  return part !== undefined && phase === 'closing' && unsettled && !part.ids.includes(id)
}
