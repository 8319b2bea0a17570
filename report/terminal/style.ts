/** The few escapes that the terminal summary writes itself, and only when colour is wanted. */
import type { RunVerdict, Verdict } from '../../model/contract.ts'
import { RUN_TONE, TERMINAL } from '../palette.ts'

const CODES = {
  bold: '1',
  dim: '2',
  red: '31',
  green: '32',
  yellow: '33',
  magenta: '35',
  cyan: '36',
} as const

export type Style = keyof typeof CODES
/** Styles a text that is known to be printable. */
export type Paint = (text: string, ...styles: Style[]) => string

/** How a section of the summary is laid out. */
export interface Layout {
  paint: Paint
  /** Columns. */
  width: number
  /** Whether nothing is folded. */
  isWhole: boolean
}

export function painter(colour: boolean): Paint {
  return (text, ...styles) =>
    !colour || styles.length === 0
      ? text
      : `\x1b[${styles.map((style) => CODES[style]).join(';')}m${text}\x1b[0m`
}

/** The style of a verdict, on a requirement or on a run. */
export const VERDICT_STYLE: Record<Verdict | RunVerdict, Style> = {
  ...TERMINAL,
  conformant: TERMINAL[RUN_TONE.conformant],
  nonconformant: TERMINAL[RUN_TONE.nonconformant],
  incomplete: TERMINAL[RUN_TONE.incomplete],
}
