/** Searching in a sorted list. */
import { describe, expect, test } from 'vitest'
import { usersFor } from '../inspection/testing/pages.ts'
import { positionBy, seekPage } from './seek.ts'
import type { V1User } from './user.ts'

const byEmail = (one: V1User, other: V1User): number => (String(one.email) < String(other.email) ? -1 : 1)

describe('positionBy', () => {
  test('finds the order of a sample, up or down', () => {
    const sorted = usersFor(50).sort(byEmail)
    const up = positionBy(sorted, { email: 'u25@example.com' })
    expect(up?.({ email: 'u10@example.com' })).toBeLessThan(0)
    expect(up?.({ email: 'u40@example.com' })).toBeGreaterThan(0)
    const down = positionBy([...sorted].reverse(), { email: 'u25@example.com' })
    expect(down?.({ email: 'u10@example.com' })).toBeGreaterThan(0)
  })

  test('knows no order where there is none', () => {
    const sample = [{ email: 'b' }, { email: 'a' }, { email: 'c' }]
    expect(positionBy(sample, { email: 'b' })).toBeUndefined()
    expect(positionBy([], { email: 'b' })).toBeUndefined()
  })
})

describe('seekPage', () => {
  test('halves its way to the page', async () => {
    const sorted = usersFor(1000).sort(byEmail)
    const position = positionBy(sorted, { email: 'u777@example.com' })
    if (!position) throw new Error('no order')
    const read: number[] = []
    const page = await seekPage(position, 1, 100, 12, async (number) => {
      read.push(number)
      return sorted.slice((number - 1) * 10, number * 10)
    })
    const found = sorted.slice(((page ?? 0) - 1) * 10, (page ?? 0) * 10)
    expect(found.map(({ email }) => email)).toContain('u777@example.com')
    expect(read.length).toBeLessThanOrEqual(7)
  })

  test('reads no more pages than it may', async () => {
    let count = 0
    await seekPage(
      () => -1,
      1,
      1_000_000,
      5,
      async () => {
        count++
        return [{}]
      },
    )
    expect(count).toBe(5)
  })
})
