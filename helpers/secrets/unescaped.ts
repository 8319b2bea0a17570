/** A text without its escapes, and where each of its characters came from. */

/** What a text says once its escapes are undone. */
export interface Unescaped {
  text: string
  /** For each character of `text` its first index in the escaped text, and that text's length at the end. */
  starts: number[]
}

/** Escapes are themselves escaped a few times at most: a body in a path in a message in a body. */
const LEVELS = 4

const ESCAPES =
  /((?:%[0-9a-f]{2})+)|\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\(["'/\\])|&#(\d{1,7});?|&#x([0-9a-f]{1,6});?|&(amp|lt|gt|quot|apos);/gi

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The latest text: every secret looks at the same one in turn. */
let latest: { escaped: string; found: Unescaped | undefined } = { escaped: '', found: undefined }

/** Undoes percent, JSON and HTML escapes, in any mixture; undefined for a text that has none. */
export function unescaped(escaped: string): Unescaped | undefined {
  if (latest.escaped !== escaped) latest = { escaped, found: allUndone(escaped) }
  return latest.found
}

function allUndone(escaped: string): Unescaped | undefined {
  let found: Unescaped | undefined
  for (let level = 0; level < LEVELS; level++) {
    const next = onceUndone(found?.text ?? escaped)
    if (next === undefined) return found
    const before = found?.starts
    found =
      before === undefined ? next : { text: next.text, starts: next.starts.map((at) => before[at] ?? 0) }
  }
  return found
}

function onceUndone(escaped: string): Unescaped | undefined {
  const pieces: string[] = []
  const starts: number[] = []
  let done = 0
  const keep = (end: number) => {
    pieces.push(escaped.slice(done, end))
    for (let at = done; at < end; at++) starts.push(at)
  }
  for (const match of escaped.matchAll(ESCAPES)) {
    const [whole, bytes, ...others] = match
    const characters = bytes === undefined ? [{ text: said(others), at: 0 }] : ofBytes(bytes)
    keep(match.index)
    for (const { text, at } of characters) {
      pieces.push(text)
      for (let unit = 0; unit < text.length; unit++) starts.push(match.index + at)
    }
    done = match.index + whole.length
  }
  if (done === 0) return undefined
  keep(escaped.length)
  return { text: pieces.join(''), starts: [...starts, escaped.length] }
}

/** What one escape says. @param groups what stood in `\u{}`, and followed `\u`, `\x`, `\`, `&#`, `&#x` and `&` */
function said(groups: (string | undefined)[]): string {
  const [point, unit, byte, sign, decimal, hex, name] = groups
  if (sign !== undefined) return sign
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? ''
  const code =
    decimal === undefined ? Number.parseInt(point ?? unit ?? byte ?? hex ?? '', 16) : Number(decimal)
  // An escape of nothing says nothing, and must not join what stands around it.
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/** The characters of percent-encoded bytes, each with the place of its first byte. */
function ofBytes(encoded: string): { text: string; at: number }[] {
  const bytes = Buffer.from(encoded.replaceAll('%', ''), 'hex')
  const characters = bytes.toString('utf8')
  const isUtf8 = Buffer.from(characters, 'utf8').equals(bytes)
  let at = 0
  return [...(isUtf8 ? characters : bytes.toString('latin1'))].map((text) => {
    const character = { text, at }
    at += 3 * (isUtf8 ? Buffer.byteLength(text) : 1)
    return character
  })
}
