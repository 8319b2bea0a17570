import { parse } from 'dotenv'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { configurationTable, environmentExample } from './describe.ts'
import { VARIABLES, type Variable } from './variables.ts'

describe('the table of variables', () => {
  test.each(VARIABLES.map((entry): [string, Variable] => [entry.name, entry]))(
    'explains %s',
    (_name, entry) => {
      expect(entry.meaning).toMatch(/^.{20,180}\.$/)
      // Exactly one of the two: a value, or what happens without one.
      expect([entry.default, entry.otherwise].filter((text) => text !== undefined)).toHaveLength(1)
      expect(entry.secret).toBe(/KEY|TOKEN|EXTRA_HEADERS/.test(entry.name.replace('CLIENT_KEY', '')))
    },
  )

  test('names every variable once', () => {
    const names = VARIABLES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('holds the defaults that are really used', () => {
    const defaults = VARIABLES.flatMap(({ name, ...entry }) =>
      'default' in entry ? [[name, entry.default]] : [],
    )
    expect(readConfig(Object.fromEntries(defaults))).toEqual(readConfig({}))
  })
})

describe('.env.example', () => {
  test('changes nothing when it is copied as it is', () => {
    expect(parse(environmentExample())).toEqual({})
  })

  test('lists every variable with its default, ready to be uncommented', () => {
    const uncommented = parse(environmentExample().replaceAll(/^#(?=[A-Z])/gm, ''))
    expect(uncommented).toEqual(
      Object.fromEntries(VARIABLES.map((entry: Variable) => [entry.name, entry.default ?? ''])),
    )
    expect(readConfig({ ...uncommented, BASE_URL: undefined })).toEqual(readConfig({}))
  })
})

describe('configurationTable', () => {
  test('has a well-formed row for every variable', () => {
    const [head, rule, ...rows] = configurationTable().split('\n')
    expect(head).toBe('| variable | meaning | default |')
    expect(rule).toBe('| --- | --- | --- |')
    expect(rows.map((row) => /^\| `([A-Z0-9_]+)` \| [^|]+ \| [^|]+ \|$/.exec(row)?.[1])).toEqual(
      VARIABLES.map(({ name }) => name),
    )
  })
})
