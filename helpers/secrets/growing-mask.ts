/** A mask that learns further secrets while it is in use: a credential may be had anew in the middle of a run. */
import { createMask, type Secret } from './mask.ts'

export interface GrowingMask {
  mask: (text: string) => string
  /** From now on this one is hidden, too. */
  learn: (secret: Secret) => void
}

/** Begins with `secrets`. */
export function growingMask(secrets: readonly Secret[]): GrowingMask {
  const known = [...secrets]
  let current = createMask(known)
  return {
    mask: (text) => current(text),
    learn: (secret) => {
      known.push(secret)
      current = createMask(known)
    },
  }
}
