/** Texts in the form of others: drawn anew, character by character. */
import type { Draws } from './chance.ts'

const DIGITS = '0123456789'
/** Letters that ids of every usual alphabet may have, and those of hexadecimal ones. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz'
const HEX_LETTERS = 'abcdef'

/** So many drawn characters are nobody's credential. */
const RANDOM_CHARS = 12
/** Signs that stand between the parts of many credentials. */
const SIGNS = '-_.'
/** Words with which vendors let credentials begin; they are no part of the secret, as any other word may be. */
const PREFIX = /^[A-Z]?[a-z][a-z0-9]{0,4}_(?:(?:live|test|prod|dev|stage|sandbox|sk|pk|v\d)_)?/

/** Digits for digits, letters for letters in the same case, everything else as it is. */
export function drawnAlike(text: string, draws: Draws): string {
  const letters = /[g-z]/i.test(text) ? LETTERS : HEX_LETTERS
  return [...text].map((char) => drawnLike(char, letters, draws)).join('')
}

/** A credential in the form of a real one; where that is too short for nobody to have it, a UUID. */
export function credentialLike(credential: string, draws: Draws): string {
  const prefix = PREFIX.exec(credential)?.[0] ?? ''
  const rest = credential.slice(prefix.length)
  if (rest.replaceAll(/[^0-9a-z]/gi, '').length < RANDOM_CHARS) return draws.uuid()
  // Signs in a row would be a piece of the credential itself; the usual ones between its parts are none.
  return prefix + drawnAlike(rest, draws).replaceAll(/[^0-9a-z._-]/gi, () => draws.of([...SIGNS]))
}

function drawnLike(char: string, letters: string, draws: Draws): string {
  if (/[0-9]/.test(char)) return draws.of([...DIGITS])
  if (!/[a-z]/i.test(char)) return char
  const drawn = draws.of([...letters])
  return char === char.toUpperCase() ? drawn.toUpperCase() : drawn
}
