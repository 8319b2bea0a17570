/** How a credential is written, as far as near misses of it depend on that; and others that are written alike. */
import type { CredentialForm } from '../../model/recording.ts'
import { nearMissesOf, nearMissOf } from './near-miss.ts'

const EXAMPLES: Record<CredentialForm, (name: string) => string> = {
  usual: (name) => `recorded-${name}-3f9a7c51d20e`,
  short: (name) => `r${name.length}q7z`,
  padded: (name) => `recorded-${name}-3f9a7c51d20e=`,
  signed: (name) => `recorded-${name}-3f9a.7c51d20e.8b6f`,
}

/** The form of a credential; it says nothing of its value. */
export function formOf(credential: string): CredentialForm {
  if (nearMissOf(credential) === undefined) return 'short'
  const misses = nearMissesOf(credential)
  if (misses === undefined) return 'padded'
  return misses.longer === undefined ? 'signed' : 'usual'
}

/** A made-up credential of that form; others for other names. */
export function credentialLike(form: CredentialForm, name: string): string {
  const example = Object.hasOwn(EXAMPLES, form) ? EXAMPLES[form] : EXAMPLES.usual
  return example(name.toLowerCase().replaceAll('_', '-'))
}
