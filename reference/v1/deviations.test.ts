/** Every fault and every variant does something, and the honest implementation always does the same. */
import { beforeAll, describe, expect, test } from 'vitest'
import { V1_FAULTS } from '../faults/v1/index.ts'
import { V1_VARIANTS } from '../variants/v1/index.ts'
import { converse } from './conversation.ts'

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

describe('a fault shows in the conversation', () => {
  test.each(V1_FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_name, { change }) => {
    expect(await converse(change)).not.toEqual(honest)
  })
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
