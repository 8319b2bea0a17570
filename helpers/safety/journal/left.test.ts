import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openJournal, pruneJournals, readJournals } from './journal.ts'
import { FOREIGN_HOST_GRACE_MS, ownMark, type ProcessMark } from './process.ts'

const BASE_URL = 'https://staging.example.com'
const RUN = { runId: 'run-1', baseUrl: BASE_URL, tag: 'uac-run-1' }
const EMAIL = 'uac-run-1-a@example.com'
const OTHER = 'uac-run-1-b@example.com'
/** A process that has ended. */
const DEAD: ProcessMark = {
  ...ownMark(),
  pid: spawnSync(process.execPath, ['--version']).pid,
  start: 'long ago',
}

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'journal-'))
})

afterEach(() => {
  rmSync(directory, { recursive: true })
})

/** A journal as a process left it that is not this one. */
function leave(runId: string, process: ProcessMark, events: unknown[], changes: object = {}): string {
  const path = join(directory, `${runId}.jsonl`)
  const head = {
    journal: 1,
    ...RUN,
    runId,
    startedAt: `2026-01-0${runId.at(-1)}T00:00:00.000Z`,
    process,
    ...changes,
  }
  writeFileSync(path, [head, ...events].map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path
}

const planned = (email: string) => ({ event: 'planned', contract: 'v3', email })
const created = (email: string, id: string) => ({ event: 'created', contract: 'v3', email, id })
const removed = (id: string) => ({ event: 'removed', contract: 'v3', id })

describe('readJournals', () => {
  test('tells what a dead run left', () => {
    const path = leave('run-1', DEAD, [planned(EMAIL), created(EMAIL, 'u1'), planned(OTHER), removed('u9')])
    expect(readJournals(directory)).toEqual([
      {
        ...RUN,
        path,
        startedAt: '2026-01-01T00:00:00.000Z',
        left: [
          { contract: 'v3', email: EMAIL, id: 'u1', state: 'created' },
          { contract: 'v3', email: OTHER, state: 'planned' },
        ],
        isElsewhere: expect.any(Function),
        removed: expect.any(Function),
        close: expect.any(Function),
        forget: expect.any(Function),
      },
    ])
  })

  test('tells of every user that one address brought about', () => {
    leave('run-1', DEAD, [
      planned(EMAIL),
      created(EMAIL, 'u1'),
      planned(EMAIL),
      created(EMAIL, 'u2'),
      created(EMAIL, 'u1'),
    ])
    expect(readJournals(directory)[0]?.left.map(({ id }) => id)).toEqual(['u1', 'u2'])
  })

  test('keeps the scopes of one address apart', () => {
    const inProfile = { ...planned(EMAIL), profileId: 'p1' }
    leave('run-1', DEAD, [planned(EMAIL), inProfile, { ...inProfile, event: 'removed' }])
    expect(readJournals(directory)[0]?.left).toEqual([{ contract: 'v3', email: EMAIL, state: 'planned' }])
    leave('run-1', DEAD, [planned(EMAIL), inProfile, { ...planned(EMAIL), event: 'removed' }])
    expect(readJournals(directory)).toEqual([])
  })

  test('passes over live runs, unless one says of itself that it has ended', () => {
    const journal = openJournal(directory, RUN)
    journal.planned({ contract: 'v3', email: EMAIL })
    expect(readJournals(directory)).toEqual([])
    expect(readJournals(directory, BASE_URL, { endedRunId: 'run-2' })).toEqual([])
    expect(readJournals(directory, BASE_URL, { endedRunId: 'run-1' })).toMatchObject([
      { left: [{ email: EMAIL }] },
    ])
  })

  test('sees the death of another process', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'])
    await once(child.stdout, 'data')
    const { start: _, ...mark } = ownMark()
    leave('run-1', { ...mark, pid: child.pid ?? 0 }, [planned(EMAIL)])
    expect(readJournals(directory)).toEqual([])
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    expect(readJournals(directory)).toHaveLength(1)
  })

  test.skipIf(ownMark().start === undefined)(
    'does not take a new process with the old pid for the old one',
    () => {
      leave('run-1', { ...ownMark(), start: 'another boot/1' }, [planned(EMAIL)])
      expect(readJournals(directory)).toHaveLength(1)
    },
  )

  test('gives a run on another host time to end', () => {
    const path = leave('run-1', { ...DEAD, host: 'elsewhere.example' }, [planned(EMAIL)])
    expect(readJournals(directory)).toEqual([])
    const past = (statSync(path).mtimeMs - FOREIGN_HOST_GRACE_MS) / 1000
    utimesSync(path, past, past)
    expect(readJournals(directory)).toHaveLength(1)
  })

  test('tells of one target only if asked, oldest first', () => {
    leave('run-2', DEAD, [planned(EMAIL)])
    leave('run-3', DEAD, [planned(EMAIL)], { baseUrl: 'https://other.example.com' })
    leave('run-1', DEAD, [planned(EMAIL)])
    expect(readJournals(directory).map(({ runId }) => runId)).toEqual(['run-1', 'run-2', 'run-3'])
    expect(readJournals(directory, BASE_URL).map(({ runId }) => runId)).toEqual(['run-1', 'run-2'])
  })

  test('tolerates every way in which the last line may be torn', () => {
    const path = leave('run-1', DEAD, [planned(EMAIL), created(EMAIL, 'u1')])
    const whole = readFileSync(path)
    const headLength = whole.indexOf('\n') + 1
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length))
      const [journal] = readJournals(directory)
      const plannedEnd = whole.indexOf('\n', headLength)
      if (length < plannedEnd) expect(journal).toBeUndefined()
      else expect(journal?.left).toMatchObject([{ email: EMAIL }])
    }
  })

  test('does not lose a removal behind a torn line', () => {
    const path = leave('run-1', DEAD, [planned(EMAIL), planned(OTHER)])
    appendFileSync(path, '{"event":"created","contr')
    const [journal] = readJournals(directory)
    journal?.removed({ contract: 'v3', email: EMAIL })
    journal?.close()
    const [again] = readJournals(directory)
    expect(again?.left).toEqual([{ contract: 'v3', email: OTHER, state: 'planned' }])
    again?.removed({ contract: 'v3', email: OTHER })
    again?.close()
    expect(existsSync(path)).toBe(false)
  })

  test('passes over lines that make no sense', () => {
    const noise = [
      { event: 'created', contract: 'v2', email: EMAIL },
      { event: 'planned', contract: 'v3' },
      { event: 'planned', contract: 'v3', email: 7 },
      { event: 'created', contract: 'v3', email: OTHER, id: { $ne: 1 } },
      { event: 'unknown', contract: 'v3', email: OTHER },
      [1],
      'text',
    ]
    const path = leave('run-1', DEAD, [...noise, planned(EMAIL)])
    appendFileSync(path, 'null\n\n\u0000\n')
    expect(readJournals(directory)[0]?.left).toEqual([{ contract: 'v3', email: EMAIL, state: 'planned' }])
  })

  test('leaves foreign files alone', () => {
    const foreign = {
      'notes.txt': 'hello',
      'empty.jsonl': '',
      'other.jsonl': '{"level":"info"}\n{"event":"planned","contract":"v3","email":"x@example.com"}\n',
      'array.jsonl': '[]\n',
      'endless.jsonl': 'x'.repeat(200_000),
      'newer.jsonl': `${JSON.stringify({ journal: 2, ...RUN, startedAt: '', process: DEAD })}\n`,
      'nobody.jsonl': `${JSON.stringify({ journal: 1, ...RUN, startedAt: '', process: { pid: -1, host: 'h' } })}\n`,
    }
    for (const [name, text] of Object.entries(foreign)) writeFileSync(join(directory, name), text)
    mkdirSync(join(directory, 'directory.jsonl'))
    symlinkSync(join(directory, 'nowhere'), join(directory, 'broken.jsonl'))
    spawnSync('mkfifo', [join(directory, 'pipe.jsonl')])
    const before = readdirSync(directory)
    expect(readJournals(directory)).toEqual([])
    expect(pruneJournals(directory)).toBe(0)
    expect(readdirSync(directory)).toEqual(before)
  })

  test('finds nothing where there is no directory', () => {
    expect(readJournals(join(directory, 'missing'))).toEqual([])
    expect(pruneJournals(join(directory, 'missing'))).toBe(0)
  })
})

describe('pruneJournals', () => {
  test('deletes what dead runs left empty, and nothing else', () => {
    leave('run-1', DEAD, [])
    leave('run-2', DEAD, [planned(EMAIL), created(EMAIL, 'u1'), removed('u1')])
    leave('run-3', DEAD, [planned(EMAIL)])
    leave('run-4', ownMark(), [])
    expect(pruneJournals(directory)).toBe(2)
    expect(readdirSync(directory).sort()).toEqual(['run-3.jsonl', 'run-4.jsonl'])
  })
})
