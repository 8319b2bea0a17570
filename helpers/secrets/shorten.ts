/** Shortens texts that may hold secrets: what is hidden is hidden first, so that no half of a secret stays. */
import { copyOf } from '../text/printable.ts'

/**
 * So many characters beyond what is kept are looked at. A secret that is cut in two by the end of what is
 * looked at is not recognised, but then lies in this margin: no spelling of a credential is longer.
 */
const MARGIN = 32_768

/** The beginning of a text without secrets. */
export interface Head {
  text: string
  /** Whether there is more. */
  isCut: boolean
}

/** So many bytes at the beginning of a text in UTF-8 are enough for `maskedHead`, and show that there is more. */
export function bytesForHead(longest: number): number {
  return (longest + MARGIN + 1) * 4
}

/** The first `longest` characters of the masked text, at most; no surrogate pair is cut in two. */
export function maskedHead(text: string, longest: number, mask: (text: string) => string): Head {
  const isWhole = text.length <= longest + MARGIN
  const masked = mask(isWhole ? text : text.slice(0, longest + MARGIN))
  const sure = isWhole ? masked.length : Math.max(0, masked.length - MARGIN)
  const kept = Math.min(longest, sure)
  if (isWhole && kept === masked.length) return { text: masked, isCut: false }
  return { text: copyOf(withoutHalfPair(masked.slice(0, kept))), isCut: true }
}

/** The masked text; where it is longer than `longest` characters, its beginning and an ellipsis. */
export function shortened(text: string, longest: number, mask: (text: string) => string): string {
  const head = maskedHead(text, longest, mask)
  return head.isCut ? `${withoutHalfPair(head.text.slice(0, longest - 1))}…` : head.text
}

function withoutHalfPair(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '')
}
