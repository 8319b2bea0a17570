/** What is generated from the declarations is up to date. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generatedFiles } from './generated.ts'

test.each([...generatedFiles()])('%s is up to date (npm run update writes it)', async (path, text) => {
  expect(await readFile(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(text)
})
