import { hash } from 'node:crypto'

/** SHA-256 of bytes, or of a text as UTF-8, hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  // In one call, which takes half the time for bodies of the usual size.
  return hash('sha256', data, 'hex')
}
