/** The reference knows nothing of the suite: it imports itself and the ids that faults claim, nothing else. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const HERE = dirname(fileURLToPath(import.meta.url))
const IDS = resolve(HERE, '../model/requirement-ids.ts')

test('the reference imports only itself and the type of the requirement ids', async () => {
  const files = (await readdir(HERE, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const strangers: string[] = []
  let seen = 0
  for (const file of files) {
    const text = await readFile(resolve(HERE, file), 'utf8')
    for (const [, before = '', from = ''] of text.matchAll(/^(.*)from '([^']+)'$/gm)) {
      seen++
      const target = resolve(HERE, dirname(file), from)
      const own = from.startsWith('.') && target.startsWith(HERE)
      if (!own && !from.startsWith('node:') && !(before.startsWith('import type ') && target === IDS))
        strangers.push(`${file}: ${from}`)
    }
  }
  expect(seen).toBeGreaterThan(files.length)
  expect(strangers).toEqual([])
})
