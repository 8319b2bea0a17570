/** The lines of a journal file: a head that says whose it is, then one event per line. */

import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { CREDENTIALS } from '../../config/credentials.ts'
import { afterEvent, type JournalEntry, type JournalEvent, type Shown } from './entries.ts'
import type { ProcessMark } from './process.ts'

/** Version of the file's form; files of another version are left alone. */
export const JOURNAL_VERSION = 1

export interface JournalHead {
  journal: typeof JOURNAL_VERSION
  runId: string
  baseUrl: string
  /** What marks the e-mail addresses of the run. */
  tag: string
  /** ISO 8601. */
  startedAt: string
  process: ProcessMark
}

/** The last line of a run that ended in good order but could not remove everything. */
export interface JournalEnd {
  event: 'closed'
}

export interface JournalFile {
  head: JournalHead
  entries: JournalEntry[]
  shown: Shown[]
  closed: boolean
  /** Whether the last line was never finished. */
  torn: boolean
  /** When the file was last written, in milliseconds since 1970. */
  writtenAt: number
}

/** More than any head needs; a foreign file may be huge and is not read further. */
const LONGEST_HEAD = 65_536

/** Reads a journal; undefined if the file is none. Lines that make no sense are passed over. */
export function readJournalFile(path: string): JournalFile | undefined {
  try {
    const file = statSync(path)
    const head = file.isFile() ? parseHead(beginningOf(path)) : undefined
    if (head === undefined) return undefined
    const text = readFileSync(path, 'utf8')
    const lines = text.split('\n').slice(1).map(parseLine)
    return {
      head,
      entries: lines.filter(isJournalEvent).reduce<JournalEntry[]>(afterEvent, []),
      shown: lines.filter(isShown),
      closed: lines.some((line) => line?.event === 'closed'),
      torn: !text.endsWith('\n'),
      writtenAt: file.mtimeMs,
    }
  } catch {
    return undefined
  }
}

/** One line, as it is written. */
export function lineOf(content: JournalHead | JournalEvent | JournalEnd): string {
  return `${JSON.stringify(content)}\n`
}

function beginningOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(LONGEST_HEAD)
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, LONGEST_HEAD, 0))
  } finally {
    closeSync(file)
  }
}

function parseHead(beginning: string): JournalHead | undefined {
  const end = beginning.indexOf('\n')
  const head = end === -1 ? undefined : parseLine(beginning.slice(0, end))
  const { journal, runId, baseUrl, tag, startedAt, process } = head ?? {}
  const texts = [runId, baseUrl, tag, startedAt].every((value) => typeof value === 'string')
  if (journal !== JOURNAL_VERSION || !texts || !isProcessMark(process)) return undefined
  return head as unknown as JournalHead
}

function isProcessMark(value: unknown): value is ProcessMark {
  if (typeof value !== 'object' || value === null) return false
  const { pid, host, start } = value as Record<string, unknown>
  return Number.isInteger(pid) && Number(pid) > 0 && typeof host === 'string' && isOptionalText(start)
}

function isShown(line: Record<string, unknown> | undefined): line is Shown & Record<string, unknown> {
  const { event, contract, marks } = line ?? {}
  const isKnown = typeof contract === 'string' && Object.hasOwn(CREDENTIALS, contract)
  return event === 'shown' && isKnown && Array.isArray(marks)
}

function isJournalEvent(
  line: Record<string, unknown> | undefined,
): line is JournalEvent & Record<string, unknown> {
  if (line === undefined) return false
  const { event, contract, email, id, profileId } = line
  if (typeof contract !== 'string' || !Object.hasOwn(CREDENTIALS, contract)) return false
  if (![email, id, profileId].every(isOptionalText)) return false
  const asks = event === 'planned' || event === 'created' || event === 'refused'
  return event === 'removed' || (asks && typeof email === 'string')
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
