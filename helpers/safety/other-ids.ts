/** Ids of forms that a target may not expect; none of them names anybody. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'

const DIGITS = 18
/** Longer than any id that people use, and far shorter than the longest path. */
const LONG_BYTES = 120

/** One of each form, drawn anew; only the UUID of zeros is always the same one. */
export function otherIds() {
  const drawn = `usr_${randomBytes(12).toString('hex')}`
  const digits = Array.from({ length: DIGITS }, () => String(randomInt(1, 10)))
  return {
    'digits only': digits.join(''),
    long: `usr_${randomBytes(LONG_BYTES).toString('hex')}`,
    'UUID cut short': randomUUID().slice(0, -1),
    'UUID in upper case': withLetters().toUpperCase(),
    'with NUL': `${drawn}\0${randomBytes(2).toString('hex')}`,
    'with a slash': `${drawn}/${randomBytes(2).toString('hex')}`,
    'UUID of zeros': '00000000-0000-0000-0000-000000000000',
  }
}

/** A form of id. */
export type OtherId = keyof ReturnType<typeof otherIds>

/** A random UUID in which letter case makes a difference. */
function withLetters(): string {
  const uuid = randomUUID()
  return /[a-f]/.test(uuid) ? uuid : withLetters()
}
