/**
 * Keeps secrets out of everything that is written or shown: reports, terminals, error messages.
 *
 * Mask a text before it is shortened. A secret that was cut in two is not recognised any more.
 */
import { type Finder, finderOf, type Span } from './finder.ts'
import { fragmentsOf, shortestOf } from './fragments.ts'
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

  // No spelling of a secret is shorter than the secret, and no piece than a third of it: most headers are done with at once.
  const shortest = Math.min(...wanted.map(({ value }) => shortestOf(value)))
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
  // Pieces come second: a near miss is nearly all of the credential, and has a name of its own.
  const pieces = wanted.flatMap(({ value, placeholder }) => {
    const find = fragmentsOf(value)
    return find === undefined ? [] : [{ find, placeholder }]
  })
  const search = (text: string): string => {
    const masked = replaced(text, hits(text, wanted, placeholders))
    return pieces.reduce(
      (left, { find, placeholder }) => replaced(left, all(find, left, placeholder)),
      masked,
    )
  }

  const containsSecret = (text: string): boolean => {
    const telling = wanted.filter((secret) => secret.telling)
    return hits(text, telling, placeholders).next().done !== true
  }

  return Object.assign(mask, { containsSecret })
}

/** The text with what was found replaced. */
function replaced(text: string, found: Iterable<Span & { placeholder: string }>): string {
  let masked = ''
  let done = 0
  for (const { start, end, placeholder } of found) {
    masked += text.slice(done, start) + placeholder
    done = end
  }
  return done === 0 ? text : masked + text.slice(done)
}

function* all(find: Finder, text: string, placeholder: string): Generator<Span & { placeholder: string }> {
  for (let span = find(text, 0); span !== undefined; span = find(text, span.end))
    yield { ...span, placeholder }
}

/** The occurrences in the order of the text, overlapping ones joined. */
function* hits(
  text: string,
  wanted: Wanted[],
  placeholders: string[],
): Generator<Span & { placeholder: string }> {
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
    const { start, end, secret } = hit
    yield { start, end, placeholder: secret.placeholder }
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
