/** What the terminal can show. */
import type { WriteStream } from 'node:tty'

/** Widest line where nothing says how wide the terminal is. */
const DEFAULT_WIDTH = 100

type Stream = Partial<Pick<WriteStream, 'isTTY' | 'columns'>>

/** `NO_COLOR` forbids colour, `FORCE_COLOR` demands it, otherwise a terminal gets it and a pipe does not. */
export function wantsColour(stream: Stream, environment: NodeJS.ProcessEnv = process.env): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return stream.isTTY === true && TERM !== 'dumb'
}

/** Columns of the terminal. */
export function widthOf(stream: Stream): number {
  // A terminal that was never told its size says 0.
  return stream.columns || DEFAULT_WIDTH
}

/** Whether a line may be rewritten in place: somebody watches, and it is no log of CI. */
export function isWatched(stream: Stream, environment: NodeJS.ProcessEnv = process.env): boolean {
  const { CI, GITHUB_ACTIONS, TERM } = environment
  const inCi = (CI !== undefined && CI !== '' && CI !== 'false') || GITHUB_ACTIONS === 'true'
  return stream.isTTY === true && !inCi && TERM !== 'dumb'
}
