/** How deep a run goes beyond its usual course. */
import { complain, integer, type Reading, suggestion, text, textOrDefault } from './reading.ts'

/** Levels of depth, each with its budget. */
export const DEPTHS = ['small', 'medium', 'large'] as const

/** How deep a run goes. */
export interface Thorough {
  depth: (typeof DEPTHS)[number]
  /** Set where a duration was asked for: how long it goes on, in milliseconds. */
  durationMs?: number
}

const DURATION = /^(\d{1,4})(s|m|h)$/
const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000 }
const LONGEST_MS = 12 * 3_600_000

/** Milliseconds that a run has by its depth, where nobody says otherwise. */
const TIMEOUTS_MS = { small: 10 * 60_000, medium: 20 * 60_000, large: 60 * 60_000 } as const
/** What a run has beside a duration that was asked for. */
const BESIDE_MS = 5 * 60_000

/** How deep the run goes; undefined for the usual course. */
export function readThorough(reading: Reading): Thorough | undefined {
  const value = textOrDefault(reading, 'THOROUGH')
  if (value === 'off') return undefined
  const depth = DEPTHS.find((known) => known === value)
  if (depth !== undefined) return { depth }
  const [, number, unit] = DURATION.exec(value) ?? []
  const durationMs = Number(number) * (UNIT_MS[unit ?? ''] ?? Number.NaN)
  if (durationMs > 0 && durationMs <= LONGEST_MS) return { depth: 'large', durationMs }
  const fix = `${suggestion(value, ['off', ...DEPTHS], 2)}Write for example THOROUGH=medium or THOROUGH=5m.`
  complain(
    reading,
    'THOROUGH',
    'off, small, medium, large, or a duration of at most 12h such as 90s or 5m',
    fix,
  )
  return undefined
}

/** Milliseconds that the whole run may take: those that were asked for, else by its depth. */
export function readRunTimeout(reading: Reading, thorough: Thorough | undefined): number {
  const chosen = integer(reading, 'RUN_TIMEOUT_MS')
  if (thorough === undefined || text(reading, 'RUN_TIMEOUT_MS') !== undefined) return chosen
  const { depth, durationMs } = thorough
  return durationMs === undefined ? TIMEOUTS_MS[depth] : durationMs + BESIDE_MS
}

/** As the variable says it. */
export function thoroughText({ depth, durationMs }: Thorough): string {
  return durationMs === undefined ? depth : `${durationMs / 1_000}s`
}
