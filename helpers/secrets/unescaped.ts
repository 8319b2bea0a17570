/** A text without its escapes, and where each of its characters came from. */

/** What a text says once its escapes are undone. */
export interface Unescaped {
  text: string
  /** Where the character at an index of `text` stands in the escaped text; for the length of `text` its end. */
  at(index: number): number
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
  if (latest.escaped !== escaped) latest = { escaped, found: undone(escaped, LEVELS) }
  return latest.found
}

function undone(escaped: string, levels: number): Unescaped | undefined {
  const once = onceUndone(escaped)
  if (once === undefined || levels === 1) return once
  const rest = undone(once.text, levels - 1)
  return rest === undefined ? once : { text: rest.text, at: (index) => once.at(rest.at(index)) }
}

function onceUndone(escaped: string): Unescaped | undefined {
  let text = ''
  let done = 0
  // Where the characters of an escape begin, and those behind it, in both texts: between them both go in step.
  const steps = [{ to: 0, from: 0 }]
  for (const match of escaped.matchAll(ESCAPES)) {
    const [whole, bytes, ...others] = match
    text += escaped.slice(done, match.index)
    const characters = bytes === undefined ? [{ said: saidBy(others), at: 0 }] : ofBytes(bytes)
    for (const { said, at } of characters) {
      steps.push({ to: text.length, from: match.index + at })
      text += said
    }
    done = match.index + whole.length
    steps.push({ to: text.length, from: done })
  }
  if (done === 0) return undefined
  text += escaped.slice(done)
  const at = (index: number): number => {
    const { to, from } = steps[firstIndex(steps.length, (one) => (steps[one]?.to ?? 0) > index) - 1] ?? NONE
    return from + index - to
  }
  return { text, at }
}

const NONE = { to: 0, from: 0 }

/** The first of the numbers below `count` of which something holds that holds of all behind it; `count` if of none. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** What one escape says. @param groups what stood in `\u{}`, and followed `\u`, `\x`, `\`, `&#`, `&#x` and `&` */
function saidBy(groups: (string | undefined)[]): string {
  const [point, unit, byte, sign, decimal, hex, name] = groups
  if (sign !== undefined) return sign
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? ''
  const code =
    decimal === undefined ? Number.parseInt(point ?? unit ?? byte ?? hex ?? '', 16) : Number(decimal)
  // An escape of nothing says nothing, and must not join what stands around it.
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/** The characters of percent-encoded bytes, each with the place of its first byte. */
function ofBytes(encoded: string): { said: string; at: number }[] {
  const bytes = Buffer.from(encoded.replaceAll('%', ''), 'hex')
  const characters = bytes.toString('utf8')
  const isUtf8 = Buffer.from(characters, 'utf8').equals(bytes)
  let at = 0
  return [...(isUtf8 ? characters : bytes.toString('latin1'))].map((said) => {
    const character = { said, at }
    at += 3 * (isUtf8 ? Buffer.byteLength(said) : 1)
    return character
  })
}
