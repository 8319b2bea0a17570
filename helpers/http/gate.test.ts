import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { delay, Gate } from './gate.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Enters and notes it. */
function entering(gate: Gate, lane = 'a', signal?: AbortSignal) {
  const entered = { leave: undefined as (() => void) | undefined }
  gate.enter({ lane, ...(signal === undefined ? {} : { signal }) }).then((leave) => {
    entered.leave = leave
  })
  return entered
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

describe('a gate', () => {
  test('lets in as many as it has places, and the next when one leaves', async () => {
    const gate = new Gate(2)
    const [first, second, third] = [entering(gate), entering(gate, 'b'), entering(gate)]
    await settle()
    expect([first, second, third].map(({ leave }) => leave !== undefined)).toEqual([true, true, false])
    second.leave?.()
    await settle()
    expect(third.leave).toBeDefined()
  })

  test('lets everybody in sooner or later', async () => {
    const gate = new Gate(2)
    const waiting = Array.from({ length: 20 }, (_, nth) => entering(gate, nth % 2 ? 'a' : 'b'))
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
    const gate = new Gate(5)
    gate.pause('a', 1_000)
    const [held, free] = [entering(gate, 'a'), entering(gate, 'b')]
    await vi.advanceTimersByTimeAsync(999)
    expect(held.leave).toBeUndefined()
    expect(free.leave).toBeDefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(held.leave).toBeDefined()
  })

  test('holds back those, too, who were waiting before the pause', async () => {
    const gate = new Gate(1)
    const first = entering(gate)
    const second = entering(gate)
    await settle()
    gate.pause('a', 1_000)
    first.leave?.()
    await vi.advanceTimersByTimeAsync(999)
    expect(second.leave).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(second.leave).toBeDefined()
  })

  test('gives a place that a closed lane cannot use to another lane', async () => {
    const gate = new Gate(1)
    const first = entering(gate, 'b')
    const [held, other] = [entering(gate, 'a'), entering(gate, 'b')]
    await settle()
    gate.pause('a', 1_000)
    first.leave?.()
    await settle()
    expect(held.leave).toBeUndefined()
    expect(other.leave).toBeDefined()
  })

  test('a longer pause counts, a shorter one does not end it', async () => {
    const gate = new Gate(1)
    gate.pause('a', 1_000)
    gate.pause('a', 10)
    const held = entering(gate)
    await vi.advanceTimersByTimeAsync(999)
    expect(held.leave).toBeUndefined()
    gate.pause('a', 500)
    await vi.advanceTimersByTimeAsync(499)
    expect(held.leave).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(held.leave).toBeDefined()
  })

  test('whatever others wait for goes first', async () => {
    const gate = new Gate(1)
    const first = entering(gate)
    const patient = { leave: undefined as (() => void) | undefined }
    gate.enter({ lane: 'a', patient: true }).then((leave) => {
      patient.leave = leave
    })
    const urgent = entering(gate)
    await settle()
    first.leave?.()
    await settle()
    expect(patient.leave).toBeUndefined()
    urgent.leave?.()
    await settle()
    expect(patient.leave).toBeDefined()
  })

  test('carries half as much after a complaint, once for all that complain together, and never nothing', async () => {
    const gate = new Gate(8)
    const inAtOnce = async (): Promise<number> => {
      const all = Array.from({ length: 8 }, () => entering(gate))
      await settle()
      const count = all.filter(({ leave }) => leave).length
      for (let turn = 0; turn < 8; turn++) {
        for (const one of all.splice(0)) one.leave ? one.leave() : all.push(one)
        await settle()
      }
      return count
    }
    const complaint = async (): Promise<void> => {
      gate.pause('a', 100)
      gate.pause('a', 100)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(await inAtOnce()).toBe(8)
    const seen: number[] = []
    for (let count = 0; count < 5; count++) {
      await complaint()
      seen.push(await inAtOnce())
    }
    expect(seen).toEqual([4, 2, 1, 1, 1])
    // One answer without complaint makes room for a second, two more for a third.
    for (const calm of [1, 2]) for (let count = 0; count < calm; count++) gate.calm('a')
    expect(await inAtOnce()).toBe(3)
  })

  test('nobody waits out a pause when the time is over', async () => {
    const gate = new Gate(1)
    const over = new AbortController()
    gate.pause('a', 60_000)
    const held = entering(gate, 'a', over.signal)
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
