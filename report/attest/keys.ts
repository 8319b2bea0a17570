/** The keys of attestations: Ed25519 as PEM. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

/** A new pair of keys. */
export function newKeys(): { privatePem: string; publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return { privatePem: privateKey, publicPem: publicKey }
}

/** Reads a private key; `\n` in the stead of line breaks is taken as well. Undefined where it is no Ed25519 key. */
export function privateKeyOf(pem: string): KeyObject | undefined {
  return ed25519(() => createPrivateKey(pem.replaceAll('\\n', '\n')))
}

/** Reads a public key. Undefined where it is no Ed25519 key, or where it is a private one, which nobody hands on. */
export function publicKeyOf(pem: string): KeyObject | undefined {
  if (pem.includes('PRIVATE KEY')) return undefined
  return ed25519(() => createPublicKey(pem))
}

function ed25519(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read()
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}
