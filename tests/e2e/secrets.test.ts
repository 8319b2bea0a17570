/** No credential, whole or in part, in any file or on the terminal, however the target repeats it. */
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { CREDENTIALS, mask, piecesIn, spellingsOf } from './hostile/credentials.ts'
import { ECHOES } from './hostile/echoes.ts'
import { FILES, makePlaces, type Places, runCommand, runHere, textsIn } from './hostile/run.ts'
import { type SpoiledTarget, startSpoiled } from './hostile/spoiled-target.ts'

let target: SpoiledTarget | undefined
let places: Places | undefined

afterEach(async () => {
  await target?.close()
  if (places) await rm(places.root, { recursive: true })
})

async function against(echo: string): Promise<Record<string, string>> {
  const spoil = ECHOES[echo]
  if (!spoil) throw new Error(`no such echo: ${echo}`)
  target = await startSpoiled(spoil, CREDENTIALS, echo === 'leaving' ? ['DELETE'] : [])
  places = await makePlaces()
  const { REPORT_DIR, JOURNAL_DIR } = places
  return { ...target.environment, REPORT_DIR, JOURNAL_DIR, SAFETY: 'full', INVITATIONS: 'few' }
}

/** Everything that the run has written; the given names must be among it. */
async function filesLeft(names: string[]): Promise<Map<string, string>> {
  const texts = await textsIn(places?.root ?? '')
  const found = [...texts.keys()].map((path) => basename(path, '.jsonl'))
  expect(found).toEqual(expect.arrayContaining(names))
  return texts
}

function leaksIn(texts: Map<string, string>): string[] {
  return [...texts].flatMap(([path, text]) => [
    ...(mask.containsSecret(text) ? [`${basename(path)} holds a secret`] : []),
    ...piecesIn(text).map((piece) => `${basename(path)}: ${piece}`),
  ])
}

describe('the search itself', () => {
  test.each(Object.entries(CREDENTIALS))(
    'finds %s in every spelling, and parts of it',
    (name, credential) => {
      for (const spelling of spellingsOf(credential)) {
        expect(piecesIn(`a ${spelling} b`).join()).toContain(name)
        if (credential.length < 20) continue
        const most = spelling.slice(0, Math.ceil(spelling.length * 0.9))
        expect(piecesIn(most).join()).toContain(name)
      }
    },
  )

  test('finds nothing in what was masked', () => {
    const everything = Object.values(CREDENTIALS).flatMap(spellingsOf).join('\n')
    expect(piecesIn(mask(everything))).toEqual([])
  })
})

describe('a target that repeats credentials', () => {
  test.each(Object.keys(ECHOES))('%s', async (echo) => {
    const environment = await against(echo)
    const report = await runHere(environment)
    expect(leaksIn(await filesLeft([...FILES, ...(echo === 'leaving' ? [report.run.id] : [])]))).toEqual([])
    expect(piecesIn(JSON.stringify(report))).toEqual([])
    // What it repeated was hidden, rather than never seen.
    const answers = report.exchanges.map(({ response, failure }) => [response, failure])
    expect(JSON.stringify(answers)).toMatch(/\$(RESTRICTED_API_KEY|ACCESS_TOKEN)/)
  })

  test.each(['among', 'redirect', 'leaving'])('%s, from the command line', async (echo) => {
    const environment = await against(echo)
    const { output } = await runCommand({
      ...environment,
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: join(environment.REPORT_DIR ?? '', 'summary'),
      DEBUG: '1',
    })
    expect(output).toContain('verdict')
    expect(leaksIn(new Map([['terminal', output], ...(await filesLeft([...FILES, 'summary']))]))).toEqual([])
  })
})
