import { describe, expect, test } from 'vitest'
import { Ledger, type LedgerSink, mayBeThere } from './ledger.ts'

/** A sink that notes what reaches it. */
function noting(): { lines: string[]; sink: LedgerSink } {
  const lines: string[] = []
  return {
    lines,
    sink: {
      planned: ({ email }) => void lines.push(`planned ${email}`),
      created: ({ email, id }) => void lines.push(`created ${email} ${id}`),
      refused: ({ email }) => void lines.push(`refused ${email}`),
      removed: ({ email, id }) => void lines.push(`removed ${email} ${id}`),
    },
  }
}

describe('what the run may have left', () => {
  test('begins before the request, learns its id, ends with the removal', () => {
    const { lines, sink } = noting()
    const ledger = new Ledger(sink)
    ledger.planned('v3', 'a@x')
    expect(ledger.open()).toEqual([{ contract: 'v3', email: 'a@x' }])
    ledger.created('v3', 'a@x', '1')
    expect(ledger.open()).toEqual([{ contract: 'v3', email: 'a@x', id: '1', answer: 'accepted' }])
    for (const entry of ledger.open()) ledger.removed(entry)
    expect(ledger.open()).toEqual([])
    expect(lines).toEqual(['planned a@x', 'created a@x 1', 'removed a@x 1'])
  })

  test('is written down before it is kept: what cannot be written is not asked for', () => {
    const ledger = new Ledger({
      ...noting().sink,
      planned: () => {
        throw new Error('disk full')
      },
    })
    expect(() => ledger.planned('v3', 'a@x')).toThrow('disk full')
    expect(ledger.open()).toEqual([])
  })

  test('is one entry, however often the same address is asked for', () => {
    const { lines, sink } = noting()
    const ledger = new Ledger(sink)
    ledger.planned('v3', 'a@x')
    ledger.created('v3', 'a@x', '1')
    ledger.planned('v3', 'a@x')
    expect(ledger.open()).toEqual([{ contract: 'v3', email: 'a@x', id: '1', answer: 'accepted' }])
    expect(lines).toEqual(['planned a@x', 'created a@x 1'])
  })

  test('keeps contracts and profiles apart', () => {
    const ledger = new Ledger()
    ledger.planned('v3', 'a@x')
    ledger.planned('v3', 'a@x', 'p1')
    ledger.planned('v1', 'a@x')
    ledger.removed({ contract: 'v3', email: 'a@x', profileId: 'p1' })
    expect(ledger.open()).toEqual([
      { contract: 'v3', email: 'a@x' },
      { contract: 'v1', email: 'a@x' },
    ])
  })

  test('keeps whoever had an address before, until they are seen to be gone', () => {
    const ledger = new Ledger()
    ledger.created('v3', 'a@x', '1')
    ledger.created('v3', 'a@x', '2')
    const ids = () => ledger.open().map(({ id }) => id)
    expect(ids().sort()).toEqual(['1', '2'])
    ledger.removed({ contract: 'v3', email: 'a@x', id: '1' })
    expect(ids()).toEqual(['2'])
  })

  test('is crossed out once', () => {
    const { lines, sink } = noting()
    const ledger = new Ledger(sink)
    ledger.removed({ contract: 'v3', email: 'never@x' })
    expect(lines).toEqual([])
  })

  test('keeps whom a refusal may have made apart from whom a success made', () => {
    const { lines, sink } = noting()
    const ledger = new Ledger(sink)
    ledger.planned('v3', 'a@x')
    ledger.refused('v3', 'a@x')
    expect(ledger.open()).toMatchObject([{ email: 'a@x', answer: 'refused' }])
    ledger.created('v3', 'a@x', undefined)
    ledger.refused('v3', 'a@x')
    expect(ledger.open()).toMatchObject([{ email: 'a@x', answer: 'accepted' }])
    expect(lines).toEqual(['planned a@x', 'refused a@x', 'created a@x undefined'])
  })

  test('names a creation that nobody asked for, with or without an address', () => {
    const ledger = new Ledger()
    ledger.createdUnasked('v1', { id: 7 })
    ledger.createdUnasked('v1', { email: 'b@x' })
    expect(ledger.open()).toMatchObject([{ id: '7' }, { email: 'b@x' }])
  })
})

describe('somebody may be there already', () => {
  const ledger = new Ledger()
  ledger.created('v3', 'here@x', '1')
  ledger.created('v3', 'gone@x', '2')
  ledger.planned('v3', 'asked@x')
  ledger.planned('v3', 'refused@x')
  ledger.refused('v3', 'refused@x')
  ledger.created('v3', 'member@x', '3', 'profile')
  ledger.planned('v3', 'simulated@x', undefined, true)
  ledger.planned('v3', 'real@x', undefined, true)
  ledger.planned('v3', 'real@x')
  const guard = { isGone: (id: string) => id === '2' }

  test.each([
    { email: 'here@x', expected: true },
    { email: 'HERE@x', expected: true },
    { email: 'asked@x', expected: true },
    { email: 'never@x', expected: false },
    { email: 'gone@x', expected: false },
    { email: 'refused@x', expected: false },
    { email: 'member@x', expected: false },
    { email: 'simulated@x', expected: false },
    { email: 'real@x', expected: true },
    { email: 'member@x', profileId: 'profile', expected: true },
  ])('$email in $profileId: $expected', ({ email, profileId, expected }) => {
    expect(mayBeThere(ledger, { contract: 'v3', email, profileId }, guard)).toBe(expected)
    expect(mayBeThere(ledger, { contract: 'v1', email, profileId }, guard)).toBe(false)
  })
})
