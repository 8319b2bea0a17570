/** The files for `vitest --shard` hold every operation, and are dealt out as `run --shard` deals out operations. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { operationsOf } from '../report/operations.ts'
import { catalogueOf } from '../suites/catalogues.ts'
import { entriesOf } from './entries.ts'
import { idsOfShard } from './selection/shard.ts'

const FOLDER = new URL('./entries/', import.meta.url)
const catalogue = catalogueOf(['v3', 'v1'])

describe('the files of a run', () => {
  test('are those that there are', () => {
    expect(entriesOf(catalogue).sort()).toEqual(readdirSync(FOLDER).map((file) => file.replace('.ts', '')))
  })

  test('declare each operation once', () => {
    const texts = readdirSync(FOLDER).map((file) => readFileSync(new URL(file, FOLDER), 'utf8'))
    const declared = texts.flatMap((text) => /declareOperation\('(.*)'\)/.exec(text)?.[1] ?? [])
    expect(declared.sort()).toEqual(operationsOf(catalogue).sort())
  })

  test('are those of the contracts that are judged', () => {
    expect(entriesOf(catalogueOf(['v1']))).toEqual([
      'v1-list',
      'v1-create',
      'v1-get',
      'v1-delete',
      'last',
      'closing',
    ])
  })
})

describe.each([1, 2, 3, 8])('%i shards', (count) => {
  const shards = Array.from({ length: count }, (_, place) => {
    const shard = { index: place + 1, count }
    return entriesOf(catalogue, {
      ids: [...idsOfShard(catalogue, shard)],
      last: shard.index === count,
    })
  })

  test('have every operation once between them, and the end each', () => {
    const operations = shards.flat().filter((name) => name.startsWith('v'))
    expect(operations.sort()).toEqual(
      entriesOf(catalogue)
        .filter((name) => name.startsWith('v'))
        .sort(),
    )
    expect(shards.every((names) => names.at(-1) === 'closing')).toBe(true)
  })

  test('leave what may do damage to the last of them', () => {
    expect(shards.map((names) => names.includes('last'))).toEqual(
      shards.map((_, place) => place === count - 1),
    )
  })
})
