import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { delay, Limiter } from './limiter.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const limiterOf = (most: number): Limiter => new Limiter({ most })

/** Enters and notes it. */
function entering(limiter: Limiter, lane = 'a', signal?: AbortSignal) {
  const entered = { leave: undefined as (() => void) | undefined }
  limiter.enter({ lane, ...(signal === undefined ? {} : { signal }) }).then((leave) => {
    entered.leave = leave
  })
  return entered
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

describe('a limiter', () => {
  test('lets in as many as it has places, and the next when one leaves', async () => {
    const limiter = limiterOf(2)
    const [first, second, third] = [entering(limiter), entering(limiter, 'b'), entering(limiter)]
    await settle()
    expect([first, second, third].map(({ leave }) => leave !== undefined)).toEqual([true, true, false])
    second.leave?.()
    await settle()
    expect(third.leave).toBeDefined()
  })

  test('lets everybody in sooner or later', async () => {
    const limiter = limiterOf(2)
    const waiting = Array.from({ length: 20 }, (_, nth) => entering(limiter, nth % 2 ? 'a' : 'b'))
    let passed = 0
    for (let turn = 0; turn < 40 && passed < 20; turn++) {
      await settle()
      const one = waiting.find(({ leave }) => leave)
      if (!one) continue
      one.leave?.()
      one.leave = undefined
      passed++
    }
    expect(passed).toBe(20)
  })

  test('keeps one lane closed as long as it was asked for, and no other', async () => {
    const limiter = limiterOf(5)
    limiter.complain('a', 1_000)
    const [held, free] = [entering(limiter, 'a'), entering(limiter, 'b')]
    await vi.advanceTimersByTimeAsync(999)
    expect(held.leave).toBeUndefined()
    expect(free.leave).toBeDefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(held.leave).toBeDefined()
  })

  test('holds back those, too, who were waiting before the pause', async () => {
    const limiter = limiterOf(1)
    const first = entering(limiter)
    const second = entering(limiter)
    await settle()
    limiter.complain('a', 1_000)
    first.leave?.()
    await vi.advanceTimersByTimeAsync(999)
    expect(second.leave).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(second.leave).toBeDefined()
  })

  test('gives a place that a closed lane cannot use to another lane', async () => {
    const limiter = limiterOf(1)
    const first = entering(limiter, 'b')
    const [held, other] = [entering(limiter, 'a'), entering(limiter, 'b')]
    await settle()
    limiter.complain('a', 1_000)
    first.leave?.()
    await settle()
    expect(held.leave).toBeUndefined()
    expect(other.leave).toBeDefined()
  })

  test('a longer pause counts, a shorter one does not end it', async () => {
    const limiter = limiterOf(1)
    limiter.complain('a', 1_000)
    limiter.complain('a', 10)
    const held = entering(limiter)
    await vi.advanceTimersByTimeAsync(999)
    expect(held.leave).toBeUndefined()
    limiter.complain('a', 500)
    await vi.advanceTimersByTimeAsync(499)
    expect(held.leave).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(held.leave).toBeDefined()
  })

  test('whatever others wait for goes first', async () => {
    const limiter = limiterOf(1)
    const first = entering(limiter)
    const patient = { leave: undefined as (() => void) | undefined }
    limiter.enter({ lane: 'a', patient: true }).then((leave) => {
      patient.leave = leave
    })
    const urgent = entering(limiter)
    await settle()
    first.leave?.()
    await settle()
    expect(patient.leave).toBeUndefined()
    urgent.leave?.()
    await settle()
    expect(patient.leave).toBeDefined()
  })

  test('tries a lane with one request after a pause, and widens it with each calm answer', async () => {
    const limiter = limiterOf(8)
    const inAtOnce = async (): Promise<number> => {
      const all = Array.from({ length: 8 }, () => entering(limiter))
      await settle()
      const count = all.filter(({ leave }) => leave).length
      for (let turn = 0; turn < 8; turn++) {
        for (const one of all.splice(0)) one.leave ? one.leave() : all.push(one)
        await settle()
      }
      return count
    }
    expect(await inAtOnce()).toBe(8)
    limiter.complain('a', 100)
    limiter.complain('a', 100)
    await vi.advanceTimersByTimeAsync(100)
    const seen: number[] = []
    for (let answer = 0; answer < 4; answer++) {
      seen.push(await inAtOnce())
      limiter.calm('a')
    }
    // One, twice as many up to half of what there was, and from there by one after as many calm answers.
    expect(seen).toEqual([1, 2, 4, 4])
  })

  test('closes every lane where none is named', async () => {
    const limiter = limiterOf(8)
    limiter.complain(undefined, 100)
    const both = [entering(limiter, 'a'), entering(limiter, 'b')]
    await vi.advanceTimersByTimeAsync(99)
    expect(both.filter(({ leave }) => leave)).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(both.filter(({ leave }) => leave)).toHaveLength(1)
  })

  test('lets in alone who asks for it, and everybody else before and after', async () => {
    const limiter = limiterOf(8)
    const before = entering(limiter)
    await settle()
    let leaveAlone: (() => void) | undefined
    limiter.enter({ lane: 'a', alone: true }).then((leave) => {
      leaveAlone = leave
    })
    const after = entering(limiter)
    await settle()
    expect([leaveAlone, after.leave]).toEqual([undefined, undefined])
    before.leave?.()
    await settle()
    expect(leaveAlone).toBeDefined()
    expect(after.leave).toBeUndefined()
    leaveAlone?.()
    await settle()
    expect(after.leave).toBeDefined()
  })

  test('lets out no more in a minute than it may', async () => {
    const limiter = new Limiter({ most: 8, perMinute: 60 })
    const all = [entering(limiter), entering(limiter), entering(limiter)]
    const inside = (): number => all.filter(({ leave }) => leave).length
    await settle()
    expect(inside()).toBe(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(inside()).toBe(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(inside()).toBe(3)
  })

  test('nobody waits out a pause when the time is over', async () => {
    const limiter = limiterOf(1)
    const over = new AbortController()
    limiter.complain('a', 60_000)
    const held = entering(limiter, 'a', over.signal)
    await settle()
    over.abort()
    await settle()
    expect(held.leave).toBeDefined()
  })
})

describe('a delay', () => {
  test('ends when its time has come', async () => {
    let over = false
    delay(100).then(() => {
      over = true
    })
    await vi.advanceTimersByTimeAsync(99)
    expect(over).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(over).toBe(true)
  })

  test('ends at once when it is called off, before or while it runs, and leaves no timer', async () => {
    const off = new AbortController()
    const running = delay(60_000, off.signal)
    off.abort()
    await running
    await delay(60_000, off.signal)
    expect(vi.getTimerCount()).toBe(0)
  })
})
