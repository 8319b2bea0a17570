/**
 * The journal of a run: every user it is about to create is on disk before the request leaves, so that what a
 * killed run left on the target can be found and removed. A journal holds no secret.
 */
import { appendFileSync, closeSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '../../../model/contract.ts'
import {
  afterEvent,
  type Created,
  type JournalEntry,
  type JournalEvent,
  type Planned,
  type Removed,
} from './entries.ts'
import { JOURNAL_VERSION, type JournalFile, type JournalHead, lineOf, readJournalFile } from './lines.ts'
import { marksOf, showsSomebodyOf } from './organization.ts'
import { isAlive, ownMark } from './process.ts'

export type { Created, JournalEntry, Planned, Removed } from './entries.ts'

export interface JournalRun {
  runId: string
  baseUrl: string
  /** What marks the e-mail addresses of the run. */
  tag: string
  /** Hides secrets. An id in which a hostile target repeats a credential is then not written down. */
  mask?: (text: string) => string
}

export interface Journal {
  path: string
  /** To be called before the request is sent; throws if the line cannot be written, so that it is not sent. */
  planned(entry: Planned): void
  created(entry: Created): void
  /** The target said that it made nobody. */
  refused(entry: Planned): void
  /** The user is gone, or it is certain that there was none. */
  removed(entry: Removed): void
  /** Whom the organization showed before anybody was created. */
  shown(contract: Contract, ids: readonly string[]): void
  /** The users not yet removed. */
  open(): JournalEntry[]
  /** Ends the journal: the file is deleted if nothing is left, and kept for a later clean-up otherwise. */
  close(): void
}

/** The journal of a run that is over, with the users it left. */
export interface LeftJournal extends Pick<JournalHead, 'runId' | 'baseUrl' | 'tag' | 'startedAt'> {
  path: string
  /** Never empty. */
  left: JournalEntry[]
  /**
   * Whether nobody of these was shown to that run before it created somebody: they are of another organization. False
   * where the journal does not know.
   */
  isElsewhere(contract: Contract, ids: Iterable<string>): boolean
  /** Notes that a user is gone. */
  removed(entry: Removed): void
  /** Deletes the file if nothing is left. */
  close(): void
  /** Deletes the file, whatever is left. */
  forget(): void
}

const EXTENSION = '.jsonl'

/** Longest id that is written down: a target could send megabytes. The address is enough to find the user. */
const LONGEST_ID = 1024

/** Begins a journal in `directory`, which is created where it is missing. Throws if it cannot be written. */
export function openJournal(directory: string, { runId, baseUrl, tag, mask }: JournalRun): Journal {
  if (!/^\w[\w.-]{0,99}$/.test(runId)) throw new Error('a run id must be a plain file name')
  mkdirSync(directory, { recursive: true })
  const { path, file } = createFile(directory, runId)
  const startedAt = new Date().toISOString()
  appendFileSync(
    file,
    lineOf({ journal: JOURNAL_VERSION, runId, baseUrl, tag, startedAt, process: ownMark() }),
  )

  let entries: JournalEntry[] = []
  let closed = false
  let unfinished = false
  const note = (event: JournalEvent) => {
    if (closed) throw new Error('the journal is closed')
    const line = (unfinished ? '\n' : '') + lineOf(writable(event, mask))
    // Should the disk be full, half a line may be there: the next one must not be lost with it.
    unfinished = true
    appendFileSync(file, line)
    unfinished = false
    entries = afterEvent(entries, event)
  }
  return {
    path,
    planned: ({ contract, email, profileId }) => note({ event: 'planned', contract, email, profileId }),
    created: ({ contract, email, id, profileId }) =>
      note({ event: 'created', contract, email, id, profileId }),
    refused: ({ contract, email, profileId }) => note({ event: 'refused', contract, email, profileId }),
    removed: ({ contract, email, id, profileId }) =>
      note({ event: 'removed', contract, email, id, profileId }),
    shown: (contract, ids) => note({ event: 'shown', contract, marks: marksOf(runId, ids) }),
    open: () => [...entries],
    close: () => {
      if (closed) return
      closed = true
      if (entries.length > 0) appendFileSync(file, lineOf({ event: 'closed' }))
      closeSync(file)
      if (entries.length === 0) rmSync(path, { force: true })
    },
  }
}

/**
 * The journals in `directory` whose runs are over and left users, oldest first; with `baseUrl`, those of that
 * target only. Journals of live runs are passed over, except those of `endedRunId`: a run may say of itself that
 * its workers have ended. A missing directory holds none; unreadable and foreign files are passed over.
 */
export function readJournals(
  directory: string,
  baseUrl?: string,
  { endedRunId }: { endedRunId?: string } = {},
): LeftJournal[] {
  return journalFiles(directory)
    .filter(({ journal: { head } }) => baseUrl === undefined || head.baseUrl === baseUrl)
    .filter(({ journal }) => journal.head.runId === endedRunId || isOver(journal))
    .filter(({ journal }) => journal.entries.length > 0)
    .map(({ path, journal }) => leftJournal(path, journal))
    .sort((one, other) => one.startedAt.localeCompare(other.startedAt) || one.path.localeCompare(other.path))
}

/** Deletes the journals of runs that are over and left nothing. Returns how many there were. */
export function pruneJournals(directory: string): number {
  const done = journalFiles(directory).filter(
    ({ journal }) => isOver(journal) && journal.entries.length === 0,
  )
  for (const { path } of done) rmSync(path, { force: true })
  return done.length
}

function leftJournal(path: string, { head, entries, shown, torn }: JournalFile): LeftJournal {
  let left = entries
  let unfinished = torn
  return {
    path,
    runId: head.runId,
    baseUrl: head.baseUrl,
    tag: head.tag,
    startedAt: head.startedAt,
    left: entries,
    isElsewhere: (contract, ids) => {
      const marks = shown.flatMap((one) => (one.contract === contract ? one.marks : []))
      return marks.length > 0 && !showsSomebodyOf(marks, head.runId, ids)
    },
    removed: ({ contract, email, id, profileId }) => {
      const event: JournalEvent = { event: 'removed', contract, email, id, profileId }
      // Behind a line that was never finished, a new one would be lost as well.
      appendFileSync(path, (unfinished ? '\n' : '') + lineOf(event))
      unfinished = false
      left = afterEvent(left, event)
    },
    close: () => {
      if (left.length === 0) rmSync(path, { force: true })
    },
    forget: () => rmSync(path, { force: true }),
  }
}

function isOver({ head, closed, writtenAt }: JournalFile): boolean {
  return closed || !isAlive(head.process, writtenAt)
}

function journalFiles(directory: string): { path: string; journal: JournalFile }[] {
  return namesIn(directory)
    .filter((name) => name.endsWith(EXTENSION))
    .flatMap((name) => {
      const path = join(directory, name)
      const journal = readJournalFile(path)
      return journal === undefined ? [] : [{ path, journal }]
    })
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

/** A file of this process alone; a second worker of the same run gets one of its own. */
function createFile(directory: string, runId: string): { path: string; file: number } {
  for (let copy = 1; ; copy += 1) {
    const path = join(directory, `${runId}${copy === 1 ? '' : `.${copy}`}${EXTENSION}`)
    try {
      return { path, file: openSync(path, 'ax', 0o600) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function writable(event: JournalEvent, mask: JournalRun['mask']): JournalEvent {
  if (event.event === 'shown' || event.event === 'planned' || event.event === 'refused') return event
  if (event.id === undefined) return event
  const unfit = event.id.length > LONGEST_ID || (mask !== undefined && mask(event.id) !== event.id)
  return unfit ? { ...event, id: undefined } : event
}
