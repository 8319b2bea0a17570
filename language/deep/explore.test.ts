import { describe, expect, test } from 'vitest'
import { Chance } from '../../helpers/chance/chance.ts'
import type { Answer } from '../../model/answer.ts'
import { must } from '../../model/finding.ts'
import { explore } from './explore.ts'
import type { Game, Played } from './game.ts'
import { shareOf } from './share.ts'

const SHARE = { requests: 1_000, reads: 2, cycles: 1, stories: 4 }

/** An answer of which only the exchange is looked at. */
function answerOf(id: string): Answer {
  return { exchange: { id } } as Answer
}

/** A game of numbers that goes wrong as `isWrong` says of a step and those before it. */
function gameOf(
  stories: number[][],
  isWrong: (step: number, before: readonly number[]) => boolean,
): Game<number> & { told: number[][] } {
  let exchanges = 0
  const told: number[][] = []
  return {
    told,
    fixed: () => stories.map((steps, index) => [`fixed ${index}`, steps]),
    draw: (draws) => Array.from({ length: 12 }, () => draws.below(6)),
    words: (step) => `step ${step}`,
    async play(steps, _name, goesOn): Promise<Played> {
      told.push([...steps])
      const played: Played = { problems: [], exchanges: [] }
      for (const [at, step] of steps.entries()) {
        if (!goesOn(1)) break
        const id = `x${++exchanges}`
        played.exchanges.push([id])
        if (isWrong(step, steps.slice(0, at)))
          played.problems.push({
            requirement: 'a.b.c',
            finding: must('right', 'wrong'),
            answer: answerOf(id),
            at,
          })
      }
      return played
    },
  }
}

const explored = (game: Game<number>, share = SHARE, seed = '1') =>
  explore(game, { chance: new Chance(seed), share })

describe('what goes wrong', () => {
  test('is told in its smallest form, with how often it ends that way and the exchanges that lead to it', async () => {
    const game = gameOf(
      [[5, 1, 4, 2, 4, 3, 3]],
      (step, before) => step === 3 && before.includes(1) && before.includes(2),
    )
    const [found] = (await explored(game, { ...SHARE, stories: 0 })).get('a.b.c') ?? []
    expect(found?.finding.actual).toBe(
      'wrong; 3 of 3 times again; smallest case: step 1, then step 2, then step 3',
    )
    expect(found?.chain).toHaveLength(3)
    expect(found?.chain.at(-1)).toBe(found?.exchange)
  })

  test('only now and then is told as what it is', async () => {
    let count = 0
    const game = gameOf([[0, 0, 0, 0, 0]], () => ++count === 4)
    const [found] = (await explored(game, { ...SHARE, stories: 0 })).get('a.b.c') ?? []
    expect(found?.finding.actual).toMatch(/^wrong; 0 of 3 times again; smallest case: step 0, /)
  })
})

describe('an exploration', () => {
  test('sends no more than its budget, and a third of it to tell again what went wrong', async () => {
    let sent = 0
    const game = gameOf([Array.from({ length: 500 }, () => 1)], (step) => {
      sent++
      return step === 1
    })
    await explored(game, { ...SHARE, requests: 60 })
    expect(sent).toBeLessThanOrEqual(82)
  })

  test('tells the same stories for the same seed, and others for another one', async () => {
    const [one, same, other] = [1, 2, 3].map(() => gameOf([], () => false))
    if (!one || !same || !other) throw new Error('no games')
    await Promise.all([explored(one), explored(same), explored(other, SHARE, '2')])
    expect(one.told).toHaveLength(4)
    expect(same.told).toEqual(one.told)
    expect(other.told).not.toEqual(one.told)
  })

  test('ends without a finding where the target is gone', async () => {
    const game = { ...gameOf([[1]], () => true), play: () => Promise.reject(new Error('gone')) }
    expect((await explored(game)).size).toBe(0)
  })

  test('stops when its time is over', async () => {
    const game = gameOf([[1], [1]], () => false)
    await explore(game, { chance: new Chance('1'), share: SHARE, until: 0 })
    expect(game.told).toEqual([])
  })
})

test('a depth has its part; where a duration was asked for, only time counts', () => {
  expect(shareOf({ depth: 'medium' }, SHARE)).toEqual(SHARE)
  expect(shareOf({ depth: 'small' }, SHARE).requests).toBe(350)
  expect(shareOf({ depth: 'large' }, SHARE).stories).toBe(16)
  expect(shareOf({ depth: 'large', durationMs: 1_000 }, SHARE).requests).toBe(Number.POSITIVE_INFINITY)
})
