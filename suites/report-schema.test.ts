import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONTRACT_NAMES, catalogueOf } from './catalogues.ts'

const schema = JSON.parse(
  readFileSync(new URL('../schemas/report.schema.json', import.meta.url), 'utf8'),
) as Record<'$defs', { operation: { enum: string[] } }>

test('the schema of reports knows every operation of every catalogue', () => {
  const operations = new Set(catalogueOf(CONTRACT_NAMES).map(({ operation }) => operation))
  expect(schema.$defs.operation.enum).toEqual(expect.arrayContaining([...operations]))
})
