/** Every variant does something (that every fault does is what the proof shows), and the honest one repeats itself. */
import { beforeAll, describe, expect, test } from 'vitest'
import { V1_FAULTS } from '../faults/v1/index.ts'
import { V1_VARIANTS } from '../variants/v1/index.ts'
import { converse } from './testing/conversation.ts'

let honest: string[]

beforeAll(async () => {
  honest = await converse((behaviour) => behaviour)
})

test('the honest implementation repeats itself', async () => {
  expect(await converse((behaviour) => behaviour)).toEqual(honest)
  expect(honest.filter((line) => / 5\d\d /.test(line))).toEqual([])
})

test('names and descriptions are unique', () => {
  const names = [...V1_FAULTS, ...V1_VARIANTS].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^v1(-[a-z0-9]+)+$/)
  const said = [...V1_FAULTS, ...V1_VARIANTS].map(({ says }) => says)
  expect(said.filter((says, index) => said.indexOf(says) !== index)).toEqual([])
  for (const { requirement } of V1_FAULTS) expect(requirement.length).toBeGreaterThan(0)
})

describe('a variant shows in the conversation, and never breaks down', () => {
  test.each(V1_VARIANTS.map((variant) => [variant.name, variant] as const))(
    '%s',
    async (_name, { change }) => {
      const told = await converse(change ?? ((behaviour) => behaviour))
      expect(told).not.toEqual(honest)
      expect(told.filter((line) => / 5\d\d /.test(line))).toEqual([])
    },
  )
})
