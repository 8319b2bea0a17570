/** What is left out of everything that a run hands on. */
import { randomUUID } from 'node:crypto'
import { Sharing } from '../helpers/secrets/sharing.ts'
import type { Target } from './target.ts'

/** How exchanges and verdicts of a target are made fit to be handed on. */
export function sharingOf({ runId, mark = runId, sharingKey, config }: Target): Sharing {
  return new Sharing({ tag: mark, key: sharingKey ?? randomUUID(), showPeople: config.showPeople })
}
