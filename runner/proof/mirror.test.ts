/** Faults mirror the suites: every claim is one of the catalogue's, and a fault lies where its requirement does. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Declared } from '../../language/declaration.ts'
import { FAULTS, type Fault, FORMS } from '../../reference/faults/index.ts'
import { VARIANTS } from '../../reference/variants/index.ts'
import { CONTRACTS } from '../../suites/index.ts'

const ROOT = new URL('../../', import.meta.url)
const ALL: readonly Fault[] = [...FAULTS, ...FORMS]
const CATALOGUE = CONTRACTS.flatMap(({ catalogue }) => catalogue)

/** What a folder's themes export, by `<contract>/<operation>/<theme>`. */
async function themesIn<T>(
  folder: 'suites' | 'reference/faults',
  isOne: (value: object) => value is T & object,
) {
  const themes = new Map<string, T[]>()
  for (const { catalogue, contract } of CONTRACTS) {
    for (const operation of new Set(catalogue.map(({ id }) => id.split('.')[1] ?? ''))) {
      const directory = new URL(`${folder}/${contract}/${operation}/`, ROOT)
      for (const file of existsSync(directory) ? await readdir(directory) : []) {
        if (file === 'index.ts' || file.endsWith('.test.ts')) continue
        const exported: unknown[] = Object.values(await import(new URL(file, directory).href)).flat()
        const found = exported.filter(
          (value): value is T & object => typeof value === 'object' && isOne(value as object),
        )
        themes.set(`${contract}/${operation}/${file.replace('.ts', '')}`, found)
      }
    }
  }
  return themes
}

const isFault = (value: object): value is Fault => 'requirement' in value && 'change' in value
const isDeclared = (value: object): value is Declared<unknown> =>
  'requirement' in value && 'declaration' in value
const faultFiles = await themesIn<Fault>('reference/faults', isFault)
const suiteFiles = await themesIn<Declared<unknown>>('suites', isDeclared)
const themeOf = new Map(
  [...suiteFiles].flatMap(([theme, declared]) =>
    declared.map(({ requirement }) => [requirement.id, theme] as const),
  ),
)

describe('the faults', () => {
  test('name requirements that there are', () => {
    const known = new Set(CATALOGUE.map(({ id }) => id))
    const strangers = ALL.flatMap(({ name, requirement }) =>
      requirement.filter((id) => !known.has(id)).map((id) => `${name}: ${id}`),
    )
    expect(strangers).toEqual([])
  })

  test('leave out no requirement that HTTP can show', () => {
    const claimed = new Set<string>(FAULTS.flatMap(({ requirement }) => requirement))
    const bare = CATALOGUE.filter(({ id, unobservable }) => unobservable === undefined && !claimed.has(id))
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  test('have names of their own, beside the variants', () => {
    const names = [...ALL, ...VARIANTS].map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('lie in the file of the requirement that they name first, or in a part of it', () => {
    const astray = [...faultFiles].flatMap(([file, faults]) =>
      faults
        .map(({ name, requirement: [first = ''] }) => ({ name, theme: themeOf.get(first) ?? '' }))
        .filter(({ theme }) => file !== theme && !file.startsWith(`${theme}-`))
        .map(({ name, theme }) => `${name} lies in ${file}, its requirement in ${theme}`),
    )
    expect(astray).toEqual([])
  })

  test('are all in the catalogue', () => {
    const written = [...faultFiles.values()].flat().map(({ name }) => name)
    expect(ALL.map(({ name }) => name).sort()).toEqual(written.sort())
  })

  test('await requirements only as long as there are none', () => {
    const known = new Set(CATALOGUE.map(({ id }) => id))
    const come = FORMS.flatMap(({ name, awaits }) =>
      awaits.filter((id) => known.has(id)).map((id) => `${name}: ${id}`),
    )
    expect(come).toEqual([])
  })
})
