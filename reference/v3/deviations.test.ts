/** The catalogue of v3 faults: well named; that each has an effect is what the proof shows. */
import { beforeAll, describe, expect, test } from 'vitest'
import { FAULTS, findFault } from '../faults/index.ts'
import { VARIANTS } from '../variants/index.ts'
import { transcriptOf } from './testing/conversation.ts'

describe('the catalogue of faults', () => {
  test('names every fault once, in kebab case, after its contract', () => {
    const names = [...FAULTS, ...VARIANTS].map((entry) => entry.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)+$|^[a-z]+$/.test(name))).toEqual([])
    expect(FAULTS.filter((fault) => !fault.name.startsWith(`${fault.contract}-`))).toEqual([])
  })

  test('says of every fault which requirement it violates and how', () => {
    for (const { contract, requirement, says } of FAULTS) {
      expect(requirement.length).toBeGreaterThan(0)
      for (const id of requirement) expect(id).toMatch(new RegExp(`^${contract}\\.[a-z]+\\.[a-z0-9-]+$`))
      expect(says).toMatch(/^\S.*\.$/)
    }
  })

  test('suggests the nearest name', () => {
    expect(() => findFault('v3-list-sucess-false')).toThrow('Did you mean v3-list-success-false?')
  })
})

describe('a session with the reference', () => {
  let honest: string[]
  beforeAll(async () => {
    honest = await transcriptOf()
  })

  test('reads the same every time', async () => {
    for (let n = 0; n < 5; n++) expect((await transcriptOf()).join('\n') === honest.join('\n')).toBe(true)
  })
})
