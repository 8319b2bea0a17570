import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../model/contract.ts'
import type { Report } from '../../model/report.ts'
import { reportOf } from '../testing/report.ts'
import { checkAttestation } from './check.ts'
import { type Envelope, keyIdOf, sealedIn } from './envelope.ts'
import { newKeys, privateKeyOf, publicKeyOf } from './keys.ts'
import { PAYLOAD_TYPE, resultOf, statementOf } from './statement.ts'

const DIGEST = '0a'.repeat(32)
const keys = newKeys()
const own = needed(privateKeyOf(keys.privatePem))
const shared = needed(publicKeyOf(keys.publicPem))

function needed(key: KeyObject | undefined): KeyObject {
  if (key === undefined) throw new Error('no key')
  return key
}

function report(verdicts: Record<string, Verdict> = { 'v3.list.a': 'passed' }): Report {
  const plain = reportOf(verdicts)
  return { ...plain, target: { ...plain.target, name: 'acme', digest: `sha256:${'0b'.repeat(32)}` } }
}

function attested(about: Report, key = own): string {
  return JSON.stringify(sealedIn(PAYLOAD_TYPE, JSON.stringify(statementOf(about, DIGEST)), key))
}

const check = (attestation: string, about = report(), digest = DIGEST) =>
  checkAttestation({ attestation, key: shared, report: about, digest }).problems

describe('the result that is attested', () => {
  test.each<[string, Record<string, Verdict>, string]>([
    ['conformant', { 'v3.list.a': 'passed' }, 'PASSED'],
    ['conformant with a warning', { 'v3.list.a': 'passed', 'v3.list.b-should': 'warning' }, 'WARNED'],
    ['nonconformant', { 'v3.list.a': 'failed' }, 'FAILED'],
    ['incomplete', { 'v3.list.a': 'passed', 'v3.list.b': 'untested' }, 'FAILED'],
    ['inconclusive', { 'v3.list.a': 'passed', 'v3.list.b': 'inconclusive' }, 'FAILED'],
    ['inconclusive, with nothing judged', { 'v3.list.a-should': 'untested' }, 'FAILED'],
  ])('of what is %s is that of its requirements', (_, verdicts, expected) => {
    expect(resultOf(report(verdicts))).toBe(expected)
    // Whatever the report says at its top.
    const { predicate } = statementOf({ ...report(verdicts), verdict: 'conformant' }, DIGEST)
    expect(predicate.result).toBe(expected)
    expect(predicate.failedTests).toEqual(
      expected === 'FAILED' && verdicts['v3.list.a'] === 'failed' ? ['v3.list.a'] : [],
    )
  })

  test('is not touched by what only public pages say', () => {
    const both = report({ 'v3.list.a': 'passed', 'v3.list.b': 'failed' })
    const [, other] = both.requirements
    if (other) other.tier = 'public'
    const { predicate } = statementOf(both, DIGEST)
    expect([predicate.result, predicate.failedTests]).toEqual(['PASSED', []])
  })

  test('of a part is none that passed', () => {
    const part = report({ 'v3.list.a': 'passed', 'v3.list.b': 'untested' })
    const [, left] = part.requirements
    if (left) left.deselected = 'selection'
    expect(resultOf(part)).toBe('FAILED')
  })
})

describe('an attestation', () => {
  test('is a DSSE envelope that any Ed25519 can check', () => {
    const { payload, payloadType, signatures } = JSON.parse(attested(report())) as Envelope
    const bytes = Buffer.from(payload, 'base64')
    const signed = Buffer.concat([
      Buffer.from(`DSSEv1 28 application/vnd.in-toto+json ${bytes.length} `),
      bytes,
    ])
    expect(payloadType).toBe('application/vnd.in-toto+json')
    expect(signatures[0]?.keyid).toBe(keyIdOf(shared))
    expect(
      verify(null, signed, createPublicKey(keys.publicPem), Buffer.from(signatures[0]?.sig ?? '', 'base64')),
    ).toBe(true)
    expect(JSON.parse(bytes.toString()).subject).toEqual([
      { name: 'report.json', digest: { sha256: DIGEST } },
      { name: 'acme', digest: { sha256: '0b'.repeat(32) } },
    ])
  })

  test('is accepted where the key has signed what the report says', () => {
    expect(check(attested(report()))).toEqual([])
    const url = JSON.stringify(
      sealedIn(PAYLOAD_TYPE, JSON.stringify(statementOf(report(), DIGEST, 'https://ci.example/1')), own),
    )
    expect(check(url)).toEqual([])
  })

  test('of another key is refused, whatever key it names', () => {
    const other = needed(privateKeyOf(newKeys().privatePem))
    const envelope = JSON.parse(attested(report(), other)) as Envelope
    expect(check(JSON.stringify(envelope))[0]).toContain('no signature is by the key')
    for (const signature of envelope.signatures) signature.keyid = keyIdOf(shared)
    expect(check(JSON.stringify(envelope))[0]).toContain('no signature is by the key')
  })

  test('of another report, target or verdict is refused with the place', () => {
    expect(check(attested(report()), report(), '0c'.repeat(32))).toEqual([
      'it is about another report: no subject has the digest of this report.json',
    ])
    const elsewhere = { ...report(), target: { ...report().target, digest: `sha256:${'0d'.repeat(32)}` } }
    expect(check(attested(report()), elsewhere)[0]).toContain(
      'not about the target that this report names (acme)',
    )
    const failed = check(attested(report()), report({ 'v3.list.a': 'failed' }))
    expect(failed).toContain('its result is not what follows from this report')
    expect(failed).toContain('its failedTests is not what follows from this report')
  })

  test('whose payload, type or signature was changed is refused', () => {
    const envelope = JSON.parse(attested(report())) as Envelope
    const payload = Buffer.from(envelope.payload, 'base64').toString().replace('PASSED', 'WARNED')
    const [signature] = envelope.signatures
    for (const change of [
      { payload: Buffer.from(payload).toString('base64') },
      { signatures: [{ ...signature, sig: `${'A'.repeat(86)}==` }] },
      { signatures: [] },
    ])
      expect(check(JSON.stringify({ ...envelope, ...change }))[0]).toContain('no signature is by the key')
    expect(check(JSON.stringify({ ...envelope, payloadType: 'text/plain' }))[0]).toContain('text/plain')
  })

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"payload":1}',
    '{"payload":"","payloadType":"","signatures":[1]}',
    '{"payload":"","payloadType":"","signatures":{}}',
  ])('is refused where it is none: %s', (text) =>
    expect(check(text)).toEqual(['the attestation is no DSSE envelope']),
  )

  test('is refused where something else was signed', () => {
    for (const payload of ['null', '[]', '"text"', '{"_type":"https://in-toto.io/Statement/v1"}', 'no JSON'])
      expect(check(JSON.stringify(sealedIn(PAYLOAD_TYPE, payload, own)))[0]).toContain('no in-toto statement')
    const bare = { ...statementOf(report(), DIGEST), subject: 'all', predicate: null }
    expect(check(JSON.stringify(sealedIn(PAYLOAD_TYPE, JSON.stringify(bare), own))).length).toBeGreaterThan(3)
  })
})

describe('keys', () => {
  test('are taken with written line breaks, as environments have them', () => {
    expect(privateKeyOf(keys.privatePem.replaceAll('\n', '\\n'))?.asymmetricKeyType).toBe('ed25519')
  })

  test.each(['', 'text', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'])(
    'are none: %j',
    (pem) => {
      expect(privateKeyOf(pem)).toBeUndefined()
      expect(publicKeyOf(pem)).toBeUndefined()
    },
  )

  test('of the private half check nothing: nobody is to hand them on', () => {
    expect(publicKeyOf(keys.privatePem)).toBeUndefined()
  })
})
