/** DSSE envelopes: a payload, its type, and Ed25519 signatures over both (https://github.com/secure-systems-lab/dsse). */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { asObject } from '../../model/answer.ts'

/** An envelope as its file has it. */
export interface Envelope {
  payload: string
  payloadType: string
  signatures: { keyid: string; sig: string }[]
}

/** What is signed: type and payload with their lengths in bytes, so that neither can be taken for a part of the other. */
function preAuthenticationEncoding(type: string, payload: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `
  return Buffer.concat([Buffer.from(head), payload])
}

/** SHA-256 of the public key in its standard form (SPKI, DER), hexadecimal: by it people find the right key. */
export function keyIdOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** Signs a payload. @param key Ed25519, private */
export function sealedIn(payloadType: string, payload: string, key: KeyObject): Envelope {
  const bytes = Buffer.from(payload)
  const signature = sign(null, preAuthenticationEncoding(payloadType, bytes), key)
  return {
    payload: bytes.toString('base64'),
    payloadType,
    signatures: [{ keyid: keyIdOf(key), sig: signature.toString('base64') }],
  }
}

/** The payload where the key has signed it; undefined where it has not, whatever the envelope says of key ids. */
export function opened(envelope: Envelope, key: KeyObject): Buffer | undefined {
  const payload = Buffer.from(envelope.payload, 'base64')
  const signed = preAuthenticationEncoding(envelope.payloadType, payload)
  const isSigned = envelope.signatures.some(({ sig }) =>
    verify(null, signed, key, Buffer.from(sig, 'base64')),
  )
  return isSigned ? payload : undefined
}

/** Reads an envelope; undefined where the text is none. */
export function envelopeOf(text: string): Envelope | undefined {
  const value = asObject(parsed(text))
  const { payload, payloadType, signatures } = value ?? {}
  if (typeof payload !== 'string' || typeof payloadType !== 'string' || !Array.isArray(signatures))
    return undefined
  const sound = signatures.flatMap((one) => {
    const { keyid, sig } = asObject(one) ?? {}
    return typeof sig === 'string' ? [{ keyid: typeof keyid === 'string' ? keyid : '', sig }] : []
  })
  return sound.length === signatures.length ? { payload, payloadType, signatures: sound } : undefined
}

/** The value of a JSON text; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
