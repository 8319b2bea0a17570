/** Credentials that are awkward to hide, the ways in which a target repeats them, and a search for what was missed. */
import { randomBytes } from 'node:crypto'
import { createMask } from '../../../helpers/secrets/mask.ts'

/** Letters that occur nowhere by chance. */
const noise = (length: number): string => randomBytes(length).toString('base64url').slice(0, length)

/** One credential of each kind, by the name of its variable: odd characters, long, short, a UUID's form. */
export const CREDENTIALS: Record<string, string> = {
  API_KEY: `Sk_${noise(16)}-"q'<&>/\\+%=;, ${noise(16)}`,
  DEVELOPER_API_KEY: `${noise(8)}-${noise(4)}-${noise(12)}`,
  BILLING_API_KEY: `Bil_${noise(20)}.${noise(6)}`,
  RESTRICTED_API_KEY: `\u00fcn\u00ef${noise(24)}\u00e9`,
  ACCESS_TOKEN: `eyJ${noise(300)}.${noise(600)}.${noise(43)}`,
  RESTRICTED_ACCESS_TOKEN: noise(12),
}

/** Hides them all. */
export const mask = createMask(
  Object.entries(CREDENTIALS).map(([name, value]) => ({ placeholder: `$${name}`, value })),
)

/** How a target may spell what it was sent; index 0 is the credential as it is. */
export function spellingsOf(credential: string): string[] {
  const utf8 = Buffer.from(credential, 'utf8')
  return [
    credential,
    encodeURIComponent(credential),
    [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    JSON.stringify(credential).slice(1, -1),
    [...credential].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    utf8.toString('base64'),
    Buffer.from(`Bearer ${credential}`).toString('base64url'),
    Buffer.from(`x:${credential}`, 'latin1').toString('base64'),
    utf8.toString('hex').toUpperCase(),
    credential.replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`),
    credential.toLowerCase(),
    credential.toUpperCase(),
  ]
}

/** So many characters of a credential in a row are no chance; of its longer spellings, as many more. */
const TELLING = 10
/** To one of these lengths pieces are rounded up: a text is gone through once for each. */
const LENGTHS = [10, 14, 20, 30, 60]

/** Every run of characters of every spelling, in lower case, with the credential that it tells, by length. */
const PIECES = new Map<number, Map<string, string>>()
for (const [name, credential] of Object.entries(CREDENTIALS)) {
  for (const [index, spelling] of spellingsOf(credential).entries()) {
    const known = spelling.toLowerCase()
    const exact = (TELLING * known.length) / credential.length
    const length = LENGTHS.find((one) => one >= exact && one <= known.length) ?? Math.ceil(exact)
    const pieces = PIECES.get(length) ?? new Map<string, string>()
    PIECES.set(length, pieces)
    for (let at = 0; at + length <= known.length; at++) {
      pieces.set(known.slice(at, at + length), `${name}, spelling ${index}`)
    }
  }
}

/** Beginnings of pieces, as numbers: most places of a text are done with by a look at six characters. */
const BEGINNINGS = new Uint8Array(2 ** 22)
for (const piece of [...PIECES.values()].flatMap((pieces) => [...pieces.keys()])) {
  BEGINNINGS[beginningAt(piece, 0)] = 1
}

function beginningAt(text: string, at: number): number {
  let number = 0
  for (let index = at; index < at + 6; index++) number = Math.imul(number, 31) + text.charCodeAt(index)
  return number & (BEGINNINGS.length - 1)
}

/**
 * Pieces of credentials, in any of their spellings, that stand in a text: the first of each. Even a part of a
 * credential is a find, because cutting a text before hiding what is in it leaves just that behind.
 */
export function piecesIn(text: string): string[] {
  const lower = text.toLowerCase()
  const found = new Map<string, string>()
  for (let at = 0; at < lower.length; at++) {
    if (BEGINNINGS[beginningAt(lower, at)] !== 1) continue
    for (const [length, pieces] of PIECES) {
      const told = pieces.get(lower.slice(at, at + length))
      if (told === undefined || found.has(told)) continue
      found.set(told, `${told}: ...${text.slice(Math.max(0, at - 60), at + 60)}...`)
    }
  }
  return [...found.values()]
}
