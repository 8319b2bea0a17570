/**
 * Keeps secrets out of everything that is written or shown: reports, terminals, error messages.
 *
 * Mask a text before it is shortened. A secret that was cut in two is not recognised any more.
 */
import { type Finder, finderOf, type Span } from './finder.ts'
import { SHORTEST_ENCODED, spellingsOf } from './spellings.ts'
import { takenApart } from './taken-apart.ts'

/** A value that must never be seen, and what stands in its place, e.g. `$API_KEY`. */
export interface Secret {
  placeholder: string
  value: string
}

export interface Mask {
  /** The text with every occurrence of every secret, however it is spelt, replaced by its placeholder. */
  (text: string): string
  /**
   * Whether a secret stands in the text, for a last look at what was written. Secrets under four bytes are
   * left out: they occur by chance in any text.
   */
  containsSecret(text: string): boolean
}

interface Wanted extends Secret {
  finders: Finder[]
  /** Whether an occurrence is unlikely to be chance. */
  telling: boolean
}

/** Texts up to this length are remembered, this many of them. */
const SHORT_TEXT = 300
const MANY_TEXTS = 5000

interface Hit extends Span {
  secret: Wanted
}

/** A mask for `secrets`. Where two secrets overlap in a text, one placeholder, the longer one's, covers both. */
export function createMask(secrets: readonly Secret[]): Mask {
  const wanted = secrets
    .filter(({ value }) => value !== '')
    .sort((one, other) => other.value.length - one.value.length)
    .map(
      (secret): Wanted => ({
        ...secret,
        finders: [...spellingsOf(secret.value), ...takenApart(secret.value)].map(finderOf),
        telling: Buffer.byteLength(secret.value) >= SHORTEST_ENCODED,
      }),
    )
  const placeholders = [...new Set(wanted.map(({ placeholder }) => placeholder))]

  // Every spelling of a secret is at least as long as the secret, so most header values are done with at once.
  const shortest = Math.min(...wanted.map(({ value }) => value.length))
  const mask = (text: string): string => {
    if (text.length < shortest) return text
    const before = remembered.get(text)
    if (before !== undefined) return before
    const masked = search(text)
    if (text.length <= SHORT_TEXT && remembered.size < MANY_TEXTS) remembered.set(text, masked)
    return masked
  }

  // The same headers and paths come by again and again.
  const remembered = new Map<string, string>()
  const search = (text: string): string => {
    let masked = ''
    let done = 0
    for (const { start, end, secret } of hits(text, wanted, placeholders)) {
      masked += text.slice(done, start) + secret.placeholder
      done = end
    }
    return done === 0 ? text : masked + text.slice(done)
  }

  const containsSecret = (text: string): boolean => {
    const telling = wanted.filter((secret) => secret.telling)
    return hits(text, telling, placeholders).next().done !== true
  }

  return Object.assign(mask, { containsSecret })
}

/** The occurrences in the order of the text, overlapping ones joined. */
function* hits(text: string, wanted: Wanted[], placeholders: string[]): Generator<Hit> {
  const searches = wanted.flatMap((secret) =>
    secret.finders.map((find) => ({ secret, find, span: nextOutside(text, 0, find, placeholders) })),
  )
  for (;;) {
    let hit: Hit | undefined
    for (const { span, secret } of searches) {
      if (span !== undefined && (hit === undefined || span.start < hit.start)) hit = { ...span, secret }
    }
    if (hit === undefined) return
    for (let grown = true; grown; ) {
      grown = false
      for (const search of searches) {
        while (search.span !== undefined && search.span.start < hit.end) {
          grown = search.span.end > hit.end || grown
          hit.end = Math.max(hit.end, search.span.end)
          if (search.secret.value.length > hit.secret.value.length) hit.secret = search.secret
          search.span = nextOutside(text, search.span.end, search.find, placeholders)
        }
      }
    }
    yield hit
  }
}

/**
 * The next occurrence that is not part of a placeholder: a secret such as `KEY` must not be found in the
 * `$API_KEY` that an earlier masking has put there.
 */
function nextOutside(text: string, from: number, find: Finder, placeholders: string[]): Span | undefined {
  let span = find(text, from)
  while (span !== undefined) {
    const found = span
    if (!placeholders.some((placeholder) => liesInside(found, placeholder, text))) return found
    span = find(text, found.end)
  }
  return undefined
}

function liesInside(span: Span, placeholder: string, text: string): boolean {
  const earliest = Math.max(0, span.end - placeholder.length)
  return text.slice(earliest, span.start + placeholder.length).includes(placeholder)
}
