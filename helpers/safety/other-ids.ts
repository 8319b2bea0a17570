/** Ids of forms that a target may not expect; none of them names anybody. */
import type { Draws } from '../chance/chance.ts'

const DIGITS = 18
/** Longer than any id that people use, and far shorter than the longest path. */
const LONG_CHARS = 240

/** One of each form, drawn anew; only the UUID of zeros is always the same one. */
export function otherIds(draws: Draws) {
  const drawn = `usr_${draws.hex(24)}`
  return {
    'digits only': draws.text(DIGITS, '123456789'),
    long: `usr_${draws.hex(LONG_CHARS)}`,
    'UUID cut short': draws.uuid().slice(0, -1),
    'UUID in upper case': withLetters(draws).toUpperCase(),
    'with NUL': `${drawn}\0${draws.hex(4)}`,
    'with a slash': `${drawn}/${draws.hex(4)}`,
    'UUID of zeros': '00000000-0000-0000-0000-000000000000',
  }
}

/** A form of id. */
export type OtherId = keyof ReturnType<typeof otherIds>

/** A random UUID in which letter case makes a difference. */
function withLetters(draws: Draws): string {
  const uuid = draws.uuid()
  return /[a-f]/.test(uuid) ? uuid : withLetters(draws)
}
