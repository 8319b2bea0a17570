import { describe, expect, test } from 'vitest'
import { goal, optionsOf } from './part.mjs'
import { goalsTable, markdownOf, markdownTable, textOf, textTable } from './write.mjs'

const table = {
  head: ['what', 'time'],
  rows: [
    ['long name', '1 s'],
    ['a | b', '12 s'],
  ],
}
const count = (value) => String(value)
const part = {
  title: 'Start',
  says: 'What it is.',
  goals: [goal('a ratio', 3, 2, count, { least: 1, most: 4 }), goal('a size', 2, 2, count)],
  tables: [table],
  notes: ['A note.'],
}

describe('a table', () => {
  test('has columns of one width on the terminal', () => {
    expect(textTable(table).split('\n')).toEqual([
      'what       time',
      '---------  ----',
      'long name   1 s',
      'a | b      12 s',
    ])
  })

  test('cannot be broken by a cell in a document', () => {
    expect(markdownTable(table).split('\n')).toEqual([
      '| what | time |',
      '| --- | ---: |',
      '| long name | 1 s |',
      '| a \\| b | 12 s |',
    ])
  })
})

describe('a part', () => {
  test('shows its goals beside what was measured', () => {
    expect(goalsTable([part]).rows).toEqual([
      ['a ratio', 'at most 2', '3', '1 to 4', 'no'],
      ['a size', 'at most 2', '2', '-', 'yes'],
    ])
  })

  test('tells the same on the terminal and in a document', () => {
    for (const written of [textOf(part), markdownOf(part)]) {
      for (const piece of ['Start', 'What it is.', 'long name', 'A note.']) expect(written).toContain(piece)
    }
  })
})

describe('the rounds', () => {
  test('are seven where nobody says', () => {
    expect(optionsOf([])).toEqual({ rounds: 7 })
    expect(optionsOf(['--rounds', '3'])).toEqual({ rounds: 3 })
  })
})
