import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openJournal, readJournals } from './journal.ts'

const BASE_URL = 'https://staging.example.com'
const RUN = { runId: 'run-1', baseUrl: BASE_URL, tag: 'uac-run-1' }
const EMAIL = 'uac-run-1-a@example.com'
const OTHER = 'uac-run-1-b@example.com'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'journal-'))
})

afterEach(() => {
  rmSync(directory, { recursive: true })
})

function lines(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('openJournal', () => {
  test('has every line on disk when the call returns', () => {
    const journal = openJournal(join(directory, 'a', 'b'), RUN)
    expect(journal.path).toBe(join(directory, 'a', 'b', 'run-1.jsonl'))
    expect(lines(journal.path)).toMatchObject([{ journal: 1, ...RUN, process: { pid: process.pid } }])
    journal.planned({ contract: 'v3', email: EMAIL, profileId: 'p1' })
    expect(lines(journal.path).at(-1)).toEqual({
      event: 'planned',
      contract: 'v3',
      email: EMAIL,
      profileId: 'p1',
    })
    journal.created({ contract: 'v3', email: EMAIL, id: 'u1', profileId: 'p1' })
    expect(lines(journal.path).at(-1)).toMatchObject({ event: 'created', id: 'u1' })
    journal.removed({ contract: 'v3', id: 'u1' })
    expect(lines(journal.path).at(-1)).toEqual({ event: 'removed', contract: 'v3', id: 'u1' })
    journal.close()
  })

  test('is readable by nobody else', () => {
    expect(statSync(openJournal(directory, RUN).path).mode & 0o077).toBe(0)
  })

  test('knows which users are left', () => {
    const journal = openJournal(directory, RUN)
    journal.planned({ contract: 'v3', email: EMAIL })
    expect(journal.open()).toEqual([{ contract: 'v3', email: EMAIL, state: 'planned' }])
    journal.created({ contract: 'v3', email: EMAIL.toUpperCase(), id: 'u1' })
    journal.planned({ contract: 'v1', email: EMAIL, profileId: undefined })
    expect(journal.open()).toEqual([
      { contract: 'v3', email: EMAIL.toUpperCase(), id: 'u1', state: 'created' },
      { contract: 'v1', email: EMAIL, state: 'planned' },
    ])
    journal.removed({ contract: 'v3', id: 'u1' })
    journal.removed({ contract: 'v3', email: EMAIL })
    expect(journal.open()).toEqual([{ contract: 'v1', email: EMAIL, state: 'planned' }])
    journal.removed({ contract: 'v1', email: EMAIL.toUpperCase() })
    expect(journal.open()).toEqual([])
  })

  test('does not let its entries be changed from outside', () => {
    const journal = openJournal(directory, RUN)
    journal.planned({ contract: 'v3', email: EMAIL })
    journal.open().pop()
    expect(journal.open()).toHaveLength(1)
  })

  test('deletes the file when nothing is left, and keeps it otherwise', () => {
    const clean = openJournal(directory, RUN)
    clean.planned({ contract: 'v3', email: EMAIL })
    clean.removed({ contract: 'v3', email: EMAIL })
    clean.close()
    clean.close()
    expect(existsSync(clean.path)).toBe(false)
    expect(() => clean.planned({ contract: 'v3', email: EMAIL })).toThrow('closed')

    const left = openJournal(directory, RUN)
    left.planned({ contract: 'v3', email: EMAIL })
    left.close()
    expect(readJournals(directory)).toMatchObject([{ path: left.path, left: [{ email: EMAIL }] }])
  })

  test('gives a second worker of the same run a file of its own', () => {
    const journals = [openJournal(directory, RUN), openJournal(directory, RUN), openJournal(directory, RUN)]
    expect(readdirSync(directory).sort()).toEqual(['run-1.2.jsonl', 'run-1.3.jsonl', 'run-1.jsonl'])
    journals.forEach((journal) => {
      journal.close()
    })
    expect(readdirSync(directory)).toEqual([])
  })

  test('throws where nothing can be written', () => {
    writeFileSync(join(directory, 'file'), '')
    expect(() => openJournal(join(directory, 'file'), RUN)).toThrow()
    for (const runId of ['', '../x', 'a/b', '.hidden', 'x'.repeat(101)]) {
      expect(() => openJournal(directory, { ...RUN, runId })).toThrow('plain file name')
    }
  })

  test('writes down the fields it knows and no others', () => {
    const journal = openJournal(directory, RUN)
    const rich = { contract: 'v3' as const, email: EMAIL, id: 'u1', apiKey: 's3cr3t-key', name: 's3cr3t' }
    journal.planned(rich)
    journal.created(rich)
    journal.removed(rich)
    expect(readFileSync(journal.path, 'utf8')).not.toContain('s3cr3t')
  })

  test('does not write down an id that is a secret or too long', () => {
    const journal = openJournal(directory, { ...RUN, mask: (text) => text.replaceAll('s3cr3t', '$API_KEY') })
    const long = 'x'.repeat(5000)
    journal.created({ contract: 'v3', email: EMAIL, id: 'id-s3cr3t' })
    journal.created({ contract: 'v3', email: OTHER, id: long })
    expect(readFileSync(journal.path, 'utf8')).not.toMatch(/s3cr3t|xxxxx/)
    expect(journal.open()).toMatchObject([{ id: 'id-s3cr3t' }, { id: long }])
    journal.close()
    const left = readJournals(directory)[0]?.left ?? []
    expect(left).toEqual([
      { contract: 'v3', email: EMAIL, state: 'created' },
      { contract: 'v3', email: OTHER, state: 'created' },
    ])
  })
})
