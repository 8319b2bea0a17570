/** What is read in place of the declarations says the same. */
import { expect, test } from 'vitest'
import { CONTRACT_NAMES, catalogueOf } from './catalogues.ts'
import { CAUSALITY } from './causality.ts'
import { CONTRACTS } from './index.ts'

test('the catalogues are those that are declared', () => {
  expect(CONTRACT_NAMES).toEqual(CONTRACTS.map(({ contract }) => contract))
  expect(catalogueOf(CONTRACT_NAMES)).toEqual(CONTRACTS.flatMap(({ catalogue }) => catalogue))
})

test('so are the causes, and the wishes among them', () => {
  const declared = CONTRACTS.flatMap(({ causes }) => [...causes]).filter(([, causes]) => causes.length > 0)
  expect([...CAUSALITY.causes]).toEqual(declared)
  expect([...CAUSALITY.wishes]).toEqual(CONTRACTS.flatMap(({ wishes }) => [...wishes]))
})

test('a contract that there is not has none', () => {
  expect(() => catalogueOf(['v9'])).toThrow('there is no contract v9')
})
