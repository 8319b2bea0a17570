/**
 * Going deep: stories of several steps, drawn from the seed, in which every answer is held against a small model of the
 * contract. What a step does depends on nothing but the story before it, so that a story can be told again, and a part
 * of it on its own.
 */

import type { Draws } from '../../helpers/chance/chance.ts'
import type { Answer } from '../../model/answer.ts'
import type { Finding } from '../../model/finding.ts'

/** Something that an answer shows and that its contract does not allow. */
export interface Problem {
  /** Id of the violated requirement. */
  requirement: string
  finding: Finding
  answer: Answer
}

/** What a story came to. */
export interface Played {
  /** In the order in which they showed, each with the place of its step in the story. */
  problems: (Problem & { at: number })[]
  /** Ids of the exchanges of each step. */
  exchanges: string[][]
}

/** The stories of one contract. `Step` is plain data. */
export interface Game<Step> {
  /** Stories that are told at every depth, each with its name. */
  fixed(draws: Draws, share: Share): [name: string, steps: Step[]][]
  /** A random story. */
  draw(draws: Draws): Step[]
  /** One step in a few words. */
  words(step: Step): string
  /**
   * Tells a story with people of its own.
   * @param name tells it from other stories of the run
   * @param goesOn whether there are time and requests for another step
   */
  play(steps: readonly Step[], name: string, goesOn: (requests: number) => boolean): Promise<Played>
}

/** How much a depth allows. */
export interface Share {
  /** Requests beyond those of the usual course. */
  requests: number
  /** How often a read is repeated. */
  reads: number
  /** How often somebody is made, looked at and removed. */
  cycles: number
  /** Random stories. */
  stories: number
}
