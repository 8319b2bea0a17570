/** A mask that learns further secrets while it is in use: a credential may be had anew in the middle of a run. */
import type { Secret } from './mask.ts'
import { maskOf } from './mask-of.ts'

export interface GrowingMask {
  mask: (text: string) => string
  /** The same for a header that was sent. */
  maskSent: (value: string) => string
  /** From now on this one is hidden, too. */
  learn: (secret: Secret) => void
}

/** Begins with `secrets`. */
export function growingMask(secrets: readonly Secret[]): GrowingMask {
  const known = [...secrets]
  let current = maskOf(known)
  return {
    mask: (text) => current(text),
    maskSent: (value) => current.sent(value),
    learn: (secret) => {
      known.push(secret)
      current = maskOf(known)
    },
  }
}
