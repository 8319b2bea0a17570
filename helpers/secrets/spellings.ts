/**
 * The ways in which a secret may be written inside a text, as regular-expression sources:
 * plain or escaped (percent, JSON, HTML, in any mixture), hexadecimal, base64.
 *
 * A target that echoes a credential rarely echoes it as it was sent, so looking for the plain value is
 * not enough. Repeated escaping is followed a few levels deep and no further: the bounds keep a text made of
 * nothing but escape characters from being slow to search.
 */

/** One way to write a secret. The units, one after another, match the whole of it. */
export interface Spelling {
  /**
   * Stands, in any letter case, in every text that holds this spelling and none of `signs`: most texts are done
   * with by a look for it. In lower case.
   */
  literal: string
  /** What a text holds that writes the secret in another way than `literal`. */
  signs?: RegExp
  /** A regular-expression source for each character (or byte) of the secret, in order. */
  units: string[]
  /** Whether letter case makes no difference: names of headers, for one, arrive in lower case. */
  anyCase?: boolean
  /** Characters that carry bits of the secret's beginning (base64 only) if they stand just before it. */
  before?: string
  /** Characters that carry bits of the secret's end (base64 only) if they stand just behind it. */
  after?: string
}

/** Below this many bytes, all forms but the plain one would match by chance all over a text. */
export const SHORTEST_ENCODED = 4

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** What every percent, JSON or HTML escape begins with. */
const ESCAPE = /%[0-9a-f]{2}|\\|&(?:#|\w+;)/i
const BLANK_OR_ESCAPE = /[+ ]|%[0-9a-f]{2}|\\|&(?:#|\w+;)/i
const ENCODED_AMPERSAND = /%(?:25){0,3}26/
const NAMED_ENTITIES: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

/** Every spelling of `secret`; the escaped one comes first. */
export function spellingsOf(secret: string): Spelling[] {
  const anyCase = Buffer.byteLength(secret) >= SHORTEST_ENCODED
  const spellings: Spelling[] = [{ ...escapedSpelling(secret), anyCase }]
  // An id may hold an escaped secret, and goes into a path percent-encoded: a spelling of its own, because more
  // ways of writing each character would slow the search for all of them.
  const escaped = JSON.stringify(secret).slice(1, -1)
  if (escaped !== secret) spellings.push({ ...escapedSpelling(escaped), anyCase })
  if (anyCase) {
    spellings.push({ literal: '5cu', units: encodedUtf16Units(secret) })
    spellings.push({ literal: '%26', signs: ENCODED_AMPERSAND, units: encodedEntityUnits(secret), anyCase })
  }
  for (const bytes of encodingsOf(secret)) {
    if (bytes.length < SHORTEST_ENCODED) continue
    spellings.push({ literal: bytes.toString('hex'), units: [...bytes].map(hexPair) })
    for (const offset of [0, 1, 2]) spellings.push(base64Spelling(bytes, offset))
  }
  return spellings
}

/** The secret's bytes as UTF-8 and, where that differs and is possible, as an HTTP header carries them. */
function encodingsOf(secret: string): Buffer[] {
  const utf8 = Buffer.from(secret, 'utf8')
  const latin1 = Buffer.from(secret, 'latin1')
  return latin1.equals(utf8) || latin1.toString('latin1') !== secret ? [utf8] : [utf8, latin1]
}

function escapedSpelling(secret: string): Spelling {
  // What lower case does to other letters is no concern of a quick look: it looks at every text then.
  const isAscii = /^[\x20-\x7e]*$/.test(secret)
  const signs = !isAscii ? /^/ : /[ +]/.test(secret) ? BLANK_OR_ESCAPE : ESCAPE
  return { literal: secret.toLowerCase(), signs, units: escapedUnits(secret) }
}

function escapedUnits(secret: string): string[] {
  // A run of backslashes is one unit: written one by one, they could be divided up in too many ways.
  return (secret.match(/\\+|[^\\]/gu) ?? []).map((piece) =>
    piece.startsWith('\\') ? backslashes(piece.length) : escapedCharacter(piece),
  )
}

/** JSON's escapes of every character, percent-encoded. */
function encodedUtf16Units(secret: string): string[] {
  return secret.split('').map((unit) => {
    const hex = anyCase(unit.charCodeAt(0).toString(16).padStart(4, '0'))
    return `%(?:25){0,3}5[cC]u${hex}`
  })
}

/** HTML's escapes of some characters, percent-encoded as an id that holds them is in a path. */
function encodedEntityUnits(secret: string): string[] {
  return [...secret].map((character) => {
    const code = character.codePointAt(0) ?? 0
    const named = NAMED_ENTITIES[character]
    const entities = [
      `${percentOf('#')}0{0,4}${code}`,
      `${percentOf('#')}[xX]0{0,4}${anyCase(code.toString(16))}`,
      ...(named === undefined ? [] : [named]),
    ].join('|')
    const end = percentOf(';')
    const entity = `${percentOf('&')}(?:amp${end}){0,3}(?:${entities})(?:${end})?`
    return `(?:${[...percentsOf(character), entity, literal(character)].join('|')})`
  })
}

/** One ASCII character, percent-encoded up to four times. */
function percentOf(character: string): string {
  return percentsOf(character).join('')
}

/** The bytes of a character, percent-encoded, in each way of writing it as bytes. */
function percentsOf(character: string): string[] {
  return encodingsOf(character).map((bytes) =>
    [...bytes].map((byte) => `%(?:25){0,3}${hexPair(byte)}`).join(''),
  )
}

function backslashes(count: number): string {
  return `(?:(?:${escapesOf('\\').join('|')}){${count}}|\\\\{${count},${count * 4}})`
}

function escapedCharacter(character: string): string {
  const ways = [...casesOf(character).flatMap(escapesOf), literal(character)]
  // A form writes a blank as a plus, and whoever reads one as a form turns a plus into a blank.
  if (character === ' ') ways.push('\\+')
  if (character === '+') ways.push(' ')
  // JSON writes these three behind a backslash, whatever other escaping surrounds them.
  const prefix = `"'/`.includes(character) ? '\\\\{0,4}' : ''
  return `${prefix}(?:${ways.join('|')})`
}

/** A letter beyond ASCII is escaped in another way in another letter case; that of the others nobody changes first. */
function casesOf(character: string): string[] {
  if (character <= '\x7f') return [character]
  const others = [character.toLowerCase(), character.toUpperCase()].filter((one) => [...one].length === 1)
  return [...new Set([character, ...others])]
}

/** Percent, JSON and HTML escapes of one character. */
function escapesOf(character: string): string[] {
  const code = character.codePointAt(0) ?? 0
  const hex = anyCase(code.toString(16))
  const utf16 = character
    .split('')
    .map((unit) => `u${anyCase(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`)
  const json = [utf16.join('\\\\{1,4}'), `u\\{0{0,4}${hex}\\}`]
  if (code <= 0xff) json.push(`x${hexPair(code)}`)
  const html = [`#0{0,4}${code};?`, `#[xX]0{0,4}${hex};?`]
  const named = NAMED_ENTITIES[character]
  if (named !== undefined) html.push(`${named};`)
  return [...percentsOf(character), `\\\\{1,4}(?:${json.join('|')})`, `&(?:amp;){0,3}(?:${html.join('|')})`]
}

/**
 * Base64 writes three bytes as four characters, so what a secret looks like depends on how many bytes, modulo
 * three, stand before it. The characters shared with a neighbour are not part of the units: they vary.
 */
function base64Spelling(bytes: Buffer, offset: number): Spelling {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
  const start = offset * 8
  const end = start + bytes.length * 8
  const sextet = (index: number) => BASE64.indexOf(encoded.charAt(index))
  const certain = encoded.slice(Math.ceil(start / 6), Math.floor(end / 6))
  const [literal = ''] = certain.split(/[+/=]/).sort((one, other) => other.length - one.length)
  const spelling: Spelling = { literal: literal.toLowerCase(), units: [...certain].map(base64Unit) }
  if (start % 6 !== 0) {
    const known = 2 ** (6 - (start % 6)) - 1
    spelling.before = sextetsLike(sextet(Math.floor(start / 6)), known)
  }
  if (end % 6 !== 0) {
    const known = 63 - (2 ** (6 - (end % 6)) - 1)
    spelling.after = sextetsLike(sextet(Math.floor(end / 6)), known)
  }
  return spelling
}

/** The base64 and base64url characters whose value agrees with `value` in the bits of `mask`. */
function sextetsLike(value: number, mask: number): string {
  const alike = [...BASE64].filter((_, index) => (index & mask) === (value & mask)).join('')
  return alike.replace('+', '+-').replace('/', '/_')
}

function base64Unit(character: string): string {
  if (character === '+') return `(?:-|${escapedCharacter('+')})`
  if (character === '/') return `(?:_|${escapedCharacter('/')})`
  return character
}

function hexPair(byte: number): string {
  return anyCase(byte.toString(16).padStart(2, '0'))
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}

/** The source of an expression that finds just this character. */
export function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
