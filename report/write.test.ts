import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMask } from '../helpers/secrets/mask.ts'
import { maskOf } from '../helpers/secrets/mask-of.ts'
import { hostileReport } from '../tests/report/hostile.ts'
import { failingReport } from '../tests/report/sample.ts'
import { sealed } from './seal.ts'
import { writeReport } from './write.ts'

const FILES = [
  'badge.json',
  'badge.svg',
  'ctrf.json',
  'earl.jsonld',
  'junit.xml',
  'report.html',
  'report.json',
  'report.md',
  'traffic.har',
]
const noSecrets = { mask: (text: string) => text, containsSecret: () => false }

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'report-'))
})
afterEach(() => rm(directory, { recursive: true }))

describe('writeReport', () => {
  test('writes every file and nothing else, into a directory that it makes', async () => {
    const path = join(directory, 'a', 'b')
    const written = await writeReport(failingReport(), path, noSecrets)
    expect(written.sort()).toEqual(FILES.map((name) => join(path, name)))
    expect((await readdir(path)).sort()).toEqual(FILES)
  })

  test('replaces the files of an earlier run', async () => {
    await writeReport(hostileReport(), directory, noSecrets)
    await writeReport(failingReport(), directory, noSecrets)
    const text = await readFile(join(directory, 'report.json'), 'utf8')
    expect(JSON.parse(text)).toEqual(sealed(failingReport()))
  })

  test('appends the summary to the step summary', async () => {
    const stepSummaryFile = join(directory, 'summary.md')
    await writeFile(stepSummaryFile, 'before\n')
    await writeReport(failingReport(), directory, { ...noSecrets, stepSummaryFile })
    const markdown = await readFile(join(directory, 'report.md'), 'utf8')
    expect(await readFile(stepSummaryFile, 'utf8')).toBe(`before\n${markdown}\n`)
  })

  test('masks whatever a writer brings forth', async () => {
    const secret = 'sk_live_<"9hG4kQ2vLx">&'
    const mask = createMask([{ placeholder: '$API_KEY', value: secret }])
    const report = failingReport()
    const [failure] = report.requirements.filter(({ verdict }) => verdict === 'failed')
    if (failure) failure.reason = `got ${secret} and ${Buffer.from(secret).toString('base64')}`
    for (const exchange of report.exchanges) {
      if (exchange.response) exchange.response.body.text = JSON.stringify({ echo: secret })
    }
    const options = { mask, containsSecret: (text: string) => mask.containsSecret(text) }
    for (const path of await writeReport(report, directory, options)) {
      const text = await readFile(path, 'utf8')
      expect(mask.containsSecret(text), path).toBe(false)
      expect(text, path).not.toContain('9hG4kQ2vLx')
    }
  })

  test('does not write a file in which a secret is left, and says which; the others are written', async () => {
    await writeFile(join(directory, 'traffic.har'), 'of an earlier run')
    const containsSecret = (text: string): boolean => text.startsWith('{\n  "log"')
    await expect(writeReport(failingReport(), directory, { ...noSecrets, containsSecret })).rejects.toThrow(
      'not written, because a secret would stand in it: traffic.har',
    )
    expect((await readdir(directory)).sort()).toEqual(FILES.filter((name) => name !== 'traffic.har'))
  })

  test('does not put a secret into the step summary either', async () => {
    const stepSummaryFile = join(directory, 'summary.txt')
    await expect(
      writeReport(failingReport(), directory, { ...noSecrets, containsSecret: () => true, stepSummaryFile }),
    ).rejects.toThrow('report.json, report.md')
    expect(await readdir(directory)).toEqual([])
  })

  test('leaves no temporary file behind when a file cannot be written', async () => {
    const path = join(directory, 'file')
    await writeFile(path, '')
    await expect(writeReport(failingReport(), path, noSecrets)).rejects.toThrow(/EEXIST|ENOTDIR/)
    expect(await readdir(directory)).toEqual(['file'])
  })
})

describe('a credential that is a word', () => {
  test.each(['test', 'token', 'user', 'application', 'conformance', 'color', 'requirements', 'expected'])(
    '%s changes no file',
    async (value) => {
      const mask = maskOf([{ placeholder: '$ACCESS_TOKEN', value }])
      const plain = await filesOf((text) => text)
      expect(await filesOf(mask, mask.containsSecret)).toEqual(plain)
    },
  )
})

/** The texts of all files of a failing report, by name. */
async function filesOf(
  mask: (text: string) => string,
  containsSecret: (text: string) => boolean = () => false,
): Promise<Record<string, string>> {
  const directory = await mkdtemp(join(tmpdir(), 'report-'))
  try {
    const paths = await writeReport(failingReport(), directory, { mask, containsSecret })
    const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
    return Object.fromEntries(paths.map((path, index) => [basename(path), texts[index] ?? '']))
  } finally {
    await rm(directory, { recursive: true })
  }
}
