import { expect, test } from 'vitest'
import { answerOf } from '../testing/answer.ts'
import { setClock } from './clock.ts'
import { eventually, lateOf } from './eventually.ts'

/** Gives one answer after the other, the last one for ever. */
function reading(...statuses: number[]) {
  const answers = statuses.map((status) => answerOf({ status }))
  let asked = 0
  const read = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)] as (typeof answers)[number]
    asked++
    return answer
  }
  return { read, asked: () => asked }
}
const isRight = ({ status }: { status: number }) => status === 200

test('what is right at once is asked for once', async () => {
  const { read, asked } = reading(200)
  const answer = await eventually(read, isRight, (one) => [one], 1_000)
  expect([answer.status, asked(), lateOf(answer)]).toEqual([200, 1, undefined])
})

test('what comes later is waited for, and told', async () => {
  const { read, asked } = reading(404, 200)
  const answer = await eventually(read, isRight, (one) => [one], 1_000)
  expect([answer.status, asked()]).toEqual([200, 2])
  expect(lateOf(answer)).toBeGreaterThan(0)
})

test('what never comes is given back as it is', async () => {
  const { read, asked } = reading(404)
  const answer = await eventually(read, isRight, (one) => [one], 30)
  expect([answer.status, lateOf(answer)]).toEqual([404, undefined])
  expect(asked()).toBeGreaterThan(1)
})

const AT = Date.parse('2026-03-10T12:00:00.000Z')

/** Looks that are asked for at a time and take a while, each in milliseconds. */
function looks(...taken: (readonly [status: number, askedAt: number, tookMs: number])[]) {
  const answers = taken.map(([status, askedAt, tookMs]) => {
    const answer = answerOf({ status, receivedAt: AT + askedAt + tookMs })
    answer.exchange.startedAt = new Date(AT + askedAt).toISOString()
    answer.exchange.durationMs = tookMs
    return answer
  })
  return async () => answers.shift() ?? answerOf({ status: 500 })
}

/** Clocks of the same looks: that of the run, and that of whoever judges it again. */
const CLOCKS = [
  { name: 'one that runs fast', stepMs: 400 },
  { name: 'one that stands still', stepMs: 0 },
  { name: 'one that is set back', stepMs: -60_000 },
]

test.each(CLOCKS)('the delay is that of pauses and looks, whatever the clock tells: $name', async (clock) => {
  let now = AT
  const tick = (): number => {
    now += clock.stepMs
    return now
  }
  const restore = setClock({ now: tick, delay: async () => void tick() })
  try {
    const late = await eventually(
      looks([404, 0, 900], [404, 931, 7], [200, 1_000, 10]),
      isRight,
      (one) => [one],
      1_000,
    )
    expect([late.status, lateOf(late)]).toEqual([200, 25 + 7 + 50 + 10])
    const never = await eventually(
      looks([404, 0, 900], [404, 930, 40], [404, 1_000, 40], [200, 1_100, 10]),
      isRight,
      (one) => [one],
      100,
    )
    expect([never.status, lateOf(never)]).toEqual([404, undefined])
  } finally {
    restore()
  }
})

test('of many answers, a look lasts from the first request to the last answer', async () => {
  const page = looks([404, 0, 1], [404, 5, 1], [200, 40, 10], [200, 45, 20])
  const both = async () => [await page(), await page()]
  const seen = await eventually(
    both,
    (pages) => pages.every(isRight),
    (pages) => pages,
    1_000,
  )
  expect(seen.map(lateOf)).toEqual([50, 50])
})

test('what is no change is waited for in the same way, and noted nowhere', async () => {
  const { read } = reading(404, 200)
  const answer = await eventually(read, isRight, (one) => [one], 1_000, { isTold: false })
  expect([answer.status, lateOf(answer)]).toEqual([200, undefined])
})
