/** No credential in what Vitest itself writes of a run: blobs, which hold the tests of a shard, and its own reports. */
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { hideSecrets } from '../../cli/vitest/hide.ts'
import { CREDENTIALS, mask, piecesIn } from './hostile/credentials.ts'
import { ECHOES } from './hostile/echoes.ts'
import { FILES, makePlaces, type Places, textsIn } from './hostile/run.ts'
import { type SpoiledTarget, startSpoiled } from './hostile/spoiled-target.ts'
import { startedVitest } from './started.ts'

let target: SpoiledTarget | undefined
let places: Places | undefined

afterEach(async () => {
  await target?.close()
  if (places) await rm(places.root, { recursive: true })
  target = undefined
  places = undefined
})

describe('a target that repeats credentials', () => {
  test.each(['among', 'leaving'])('%s', async (echo) => {
    const spoil = ECHOES[echo]
    if (!spoil) throw new Error(`no such echo: ${echo}`)
    target = await startSpoiled(spoil, CREDENTIALS, echo === 'leaving' ? ['DELETE'] : [])
    places = await makePlaces()
    const { root, REPORT_DIR, JOURNAL_DIR } = places
    const environment = { ...target.environment, REPORT_DIR, JOURNAL_DIR, SAFETY: 'full', INVITATIONS: 'few' }
    const args = ['--shard=1/1', '--reporter=blob', '--reporter=junit', '--outputFile.junit=by-vitest.xml']
    const shard = await startedVitest(args, environment, root).ended
    const merge = await startedVitest(['--merge-reports'], { REPORT_DIR }, root).ended
    expect(shard.output).toContain('verdict')
    expect(merge.output).toContain('verdict')

    const texts = new Map([...(await textsIn(root)), ['terminal', shard.output + merge.output]])
    const names = [...texts.keys()].map((path) => basename(path))
    expect(names).toEqual(expect.arrayContaining([...FILES, 'blob-1-1.json', 'by-vitest.xml']))
    for (const [path, text] of texts) {
      expect(mask.containsSecret(text), path).toBe(false)
      expect(piecesIn(text), path).toEqual([])
    }
    // What it repeated was hidden, rather than never seen; and the blob has it as evidence.
    const blob = [...texts].find(([path]) => path.endsWith('blob-1-1.json'))?.[1]
    expect(blob).toMatch(/\$(RESTRICTED_API_KEY|ACCESS_TOKEN)/)
  })
})

test('hides credentials in errors that were thrown outside of tests, too', () => {
  const key = CREDENTIALS.API_KEY ?? ''
  const error: { message: string; cause: object; self?: object; count: bigint } = {
    message: `no header ${key}`,
    cause: { stack: encodeURIComponent(key) },
    count: 1n,
  }
  error.self = error
  hideSecrets([], [error as never], mask)
  expect(error).toMatchObject({ message: 'no header $API_KEY', cause: { stack: '$API_KEY' } })
})
