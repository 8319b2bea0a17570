import { expect, test } from 'vitest'
import { answerOf } from '../testing/answer.ts'
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
