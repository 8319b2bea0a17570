/** For the tests of shapes: tables of single changes to an answer, and what each must lead to. */
import { describe, expect, test } from 'vitest'
import type { Deviation } from '../../../model/report.ts'
import { edited } from './edited.ts'
import { deviationsOf } from './worded.ts'

/** The member that changes, its new value, and what is expected and seen there (not given: not compared). */
export type Change = [pointer: string, value: unknown, expected: string, actual?: string]

/** Each change leads to exactly one deviation, of this level, at the pointer of the change. */
export function deviates(level: Deviation['level'], name: string, body: unknown, changes: Change[]): void {
  describe(`${name}: ${level}`, () => {
    test.each(changes)('%s %#', (pointer, value, expected, actual) => {
      const found = deviationsOf(name, edited(body, pointer, value))
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({
        level,
        pointer,
        expected,
        ...(actual === undefined ? {} : { actual }),
      })
    })
  })
}

/** None of the changes leads to a deviation. */
export function conforms(name: string, body: unknown, changes: [pointer: string, value: unknown][]): void {
  describe(`${name}: accepted`, () => {
    test.each(changes)('%s %#', (pointer, value) => {
      expect(deviationsOf(name, edited(body, pointer, value))).toEqual([])
    })
  })
}
