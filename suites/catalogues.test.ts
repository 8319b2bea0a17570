/** What is read in place of the declarations says the same. */
import { expect, test } from 'vitest'
import { CONTRACT_NAMES, catalogueOf } from './catalogues.ts'
import { CONTRACTS } from './index.ts'

test('the catalogues are those that are declared', () => {
  expect(CONTRACT_NAMES).toEqual(CONTRACTS.map(({ contract }) => contract))
  expect(catalogueOf(CONTRACT_NAMES)).toEqual(CONTRACTS.flatMap(({ catalogue }) => catalogue))
})

test('a contract that there is not has none', () => {
  expect(() => catalogueOf(['v9'])).toThrow('there is no contract v9')
})
