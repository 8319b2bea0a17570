import { describe, expect, test } from 'vitest'
import type { Answer } from '../../model/answer.ts'
import { CONFLICT, LostAnswer, MadeHidden, MadeUnseen, sendOnce, untilSeen } from './ambiguous-write.ts'
import { setClock } from './clock.ts'

const answered = (status: number) => ({ status }) as Answer
/** Sends that get lost so often, and are answered then. */
function losing(times: number, status: number) {
  let sent = 0
  return async (): Promise<Answer> => {
    sent++
    if (sent <= times) throw new LostAnswer('the answer got lost')
    return answered(status)
  }
}

const isConflict = ({ status }: Answer): boolean => status === CONFLICT

describe('a change whose answer got lost', () => {
  test('was made where the same sent again is a conflict, though nobody is to be seen', async () => {
    const forget = setClock({ now: () => 0, delay: async () => undefined })
    await expect(sendOnce(losing(1, CONFLICT), async () => false, isConflict)).rejects.toBeInstanceOf(
      MadeHidden,
    )
    await expect(sendOnce(losing(1, 201), async () => false, isConflict)).resolves.toEqual(answered(201))
    forget()
  })

  test('a conflict at once is an answer like any other', async () => {
    await expect(sendOnce(losing(0, CONFLICT), undefined, isConflict)).resolves.toEqual(answered(CONFLICT))
  })

  test('is not made over and over where nobody can be found', async () => {
    let hidden = 0
    const step = async () => {
      hidden++
      throw new MadeHidden('made, and hidden')
    }
    await expect(untilSeen(step)).rejects.toBeInstanceOf(MadeUnseen)
    expect(hidden).toBe(2)
  })
})
