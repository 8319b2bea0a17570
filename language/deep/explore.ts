/** Tells the stories of a contract within a budget; what goes wrong is told again in the smallest form. */

import type { Chance } from '../../helpers/chance/chance.ts'
import { clock } from '../../helpers/http/clock.ts'
import type { Finding } from '../../model/finding.ts'
import type { Game, Played, Problem, Share } from './game.ts'

/** A finding of a story, and the exchanges that lead to it, in their order. */
export interface DeepFinding {
  finding: Finding
  /** Id of the exchange that shows it. */
  exchange: string
  chain: string[]
}

/** What was found, by requirement. */
export type DeepFindings = ReadonlyMap<string, DeepFinding[]>

/** Stories that are told at the same time. */
const AT_ONCE = 4
/** A requirement keeps so many findings: the first ones tell what is wrong. */
const MOST_FINDINGS = 3
/** So often is a story told again to see how often it ends the same way. */
const REPEATS = 3
/** Requirements whose story is made smaller. */
const MOST_SHRUNK = 6

/** What an exploration needs beside its game. */
export interface Exploration {
  chance: Chance
  share: Share
  /** Milliseconds since 1970 after which no new step begins; absent: the budget alone counts. */
  until?: number
}

/** Tells all stories. Never throws: what cannot be told any more, because the target is gone, shows nothing. */
export async function explore<Step>(
  game: Game<Step>,
  { chance, share, until = Number.POSITIVE_INFINITY }: Exploration,
): Promise<DeepFindings> {
  let spent = 0
  const within = (limit: number) => (requests: number) => {
    spent += requests
    return spent < limit && clock().now() < until
  }
  const findings = new Map<string, DeepFinding[]>()
  const shrunk: Promise<void>[] = []
  const tell = async (name: string, steps: readonly Step[]): Promise<void> => {
    const played = await playedOrNothing(game, steps, name, within(share.requests))
    for (const problem of firstOfEach(played)) {
      const known = findings.get(problem.requirement) ?? []
      if (known.length >= MOST_FINDINGS) continue
      const found = foundIn(problem, played, steps.length)
      findings.set(problem.requirement, [...known, found])
      const isFirst = known.length === 0 && shrunk.length < MOST_SHRUNK
      // A third of the budget is for telling again what went wrong.
      if (isFirst)
        shrunk.push(smallest(game, problem, { steps, name, found }, within(share.requests * (4 / 3))))
    }
  }
  const stories = [
    ...game.fixed(chance.for('deep fixed'), share),
    ...Array.from({ length: share.stories }, (_, index): [string, Step[]] => [
      `story ${index + 1}`,
      game.draw(chance.for(`deep story ${index + 1}`)),
    ]),
  ]
  // The first one is told alone: who is the newest, or the last of a list, is then somebody of its own.
  for (const [name, steps] of stories.splice(0, 1)) if (within(share.requests)(0)) await tell(name, steps)
  for (let next = 0; next < stories.length && within(share.requests)(0); next += AT_ONCE)
    await Promise.all(stories.slice(next, next + AT_ONCE).map(([name, steps]) => tell(name, steps)))
  // A duration that was asked for is used to its end.
  for (
    let count = share.stories;
    until !== Number.POSITIVE_INFINITY && within(share.requests)(0);
    count += AT_ONCE
  )
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) => {
        const name = `story ${count + index + 1}`
        return tell(name, game.draw(chance.for(`deep ${name}`)))
      }),
    )
  await Promise.all(shrunk)
  return findings
}

async function playedOrNothing<Step>(
  game: Game<Step>,
  steps: readonly Step[],
  name: string,
  goesOn: (requests: number) => boolean,
): Promise<Played> {
  try {
    return await game.play(steps, name, goesOn)
  } catch {
    return { problems: [], exchanges: [] }
  }
}

/** The first problem of each requirement. */
function firstOfEach({ problems }: Played): Played['problems'] {
  return problems.filter(
    ({ requirement }, index) => problems.findIndex((one) => one.requirement === requirement) === index,
  )
}

function foundIn(problem: Problem & { at: number }, { exchanges }: Played, steps: number): DeepFinding {
  const chain = exchanges.slice(0, problem.at + 1).flat()
  const told = steps === 1 ? '' : ` (in a story of ${problem.at + 1} steps)`
  return {
    finding: { ...problem.finding, ...(told === '' ? {} : { actual: withNote(problem.finding, told) }) },
    exchange: problem.answer.exchange.id,
    chain,
  }
}

function withNote({ actual }: Finding, note: string): Finding['actual'] {
  return typeof actual === 'string' ? `${actual}${note}` : actual
}

/** Leaves out steps as long as it still goes wrong, and counts how often the rest does; the finding then says so. */
async function smallest<Step>(
  game: Game<Step>,
  problem: Problem & { at: number },
  { steps, name, found }: { steps: readonly Step[]; name: string; found: DeepFinding },
  goesOn: (requests: number) => boolean,
): Promise<void> {
  const { requirement } = problem
  let tries = 0
  const again = async (
    part: readonly Step[],
  ): Promise<{ problem: Problem & { at: number }; played: Played } | undefined> => {
    const played = await playedOrNothing(game, part, `${name}, again ${++tries}`, goesOn)
    const same = played.problems.find((one) => one.requirement === requirement)
    return same && { problem: same, played }
  }
  let small = steps.slice(0, problem.at + 1)
  let shown = { problem, exchanges: undefined as string[] | undefined }
  const whole = await again(small)
  if (whole) {
    // Halves first, then single steps from the end: what stands behind depends on what stands before.
    for (
      let size = Math.ceil(small.length / 2);
      size >= 1 && goesOn(0);
      size = size === 1 ? 0 : Math.ceil(size / 2)
    )
      for (let from = Math.max(0, small.length - 1 - size); from >= 0 && goesOn(0); from -= size) {
        const rest = [...small.slice(0, from), ...small.slice(from + size)]
        if (rest.length === 0 || rest.length === small.length) continue
        const kept = await again(rest)
        if (!kept) continue
        small = rest.slice(0, kept.problem.at + 1)
        shown = {
          problem: kept.problem,
          exchanges: kept.played.exchanges.slice(0, kept.problem.at + 1).flat(),
        }
      }
  }
  let ended = whole ? 1 : 0
  let told = 1
  for (; told < REPEATS && goesOn(0); told++) if (await again(small)) ended++
  const story = small.map((step) => game.words(step)).join(', then ')
  const note = `; ${ended} of ${told} times again; smallest case: ${story}`
  found.finding = { ...shown.problem.finding, actual: withNote(shown.problem.finding, note) }
  found.exchange = shown.problem.answer.exchange.id
  found.chain = shown.exchanges ?? found.chain
}
