/** Checks an attestation: who signed it, and whether it is about this report and says what follows from it. */
import type { KeyObject } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { printable } from '../../helpers/text/printable.ts'
import { asObject } from '../../model/answer.ts'
import type { Report } from '../../model/report.ts'
import { envelopeOf, keyIdOf, opened, parsed } from './envelope.ts'
import { PAYLOAD_TYPE, PREDICATE_TYPE, STATEMENT_TYPE, type Statement, statementOf } from './statement.ts'

/** What is checked against what. */
export interface AttestationCheck {
  /** The attestation's text. */
  attestation: string
  /** The public key of whoever is expected to have signed. */
  key: KeyObject
  report: Report
  /** SHA-256 of the file `report.json`, hexadecimal. */
  digest: string
}

/** What was found. */
export interface CheckedAttestation {
  /** Id of the key. */
  keyId: string
  /** What is wrong, one sentence each; empty where the key has signed exactly what this report says. */
  problems: string[]
  /** What the key has signed, also where that is about something else. */
  statement?: Statement
}

/** Never throws: whatever an attestation holds, somebody else has written it. */
export function checkAttestation({ attestation, key, report, digest }: AttestationCheck): CheckedAttestation {
  const keyId = keyIdOf(key)
  const refused = (problem: string): CheckedAttestation => ({ keyId, problems: [problem] })
  const envelope = envelopeOf(attestation)
  if (envelope === undefined) return refused('the attestation is no DSSE envelope')
  if (envelope.payloadType !== PAYLOAD_TYPE) {
    return refused(`the envelope holds ${printable(envelope.payloadType, 60)}, and not ${PAYLOAD_TYPE}`)
  }
  const payload = opened(envelope, key)
  if (payload === undefined) {
    const ids = envelope.signatures.map(({ keyid }) => printable(keyid, 12) || 'an unnamed key').join(', ')
    return refused(`no signature is by the key ${keyId.slice(0, 12)}; the envelope names ${ids || 'none'}`)
  }
  const statement = asObject(parsed(payload.toString('utf8'))) as Partial<Statement> | undefined
  if (statement?._type !== STATEMENT_TYPE || statement.predicateType !== PREDICATE_TYPE) {
    return refused('what was signed is no in-toto statement about the result of tests')
  }
  const expected = statementOf(report, digest, asUrl(statement))
  return { keyId, statement: statement as Statement, problems: differencesOf(statement, expected) }
}

/** A link may be anything; everything else follows from the report. */
function asUrl({ predicate }: Partial<Statement>): string | undefined {
  const url: unknown = asObject(predicate)?.url
  return typeof url === 'string' ? url : undefined
}

function differencesOf({ subject, predicate }: Partial<Statement>, expected: Statement): string[] {
  const problems: string[] = []
  const subjects: unknown[] = Array.isArray(subject) ? subject : []
  for (const { name = '', digest } of expected.subject) {
    if (subjects.some((one) => isDeepStrictEqual(asObject(one)?.digest, digest))) continue
    problems.push(
      name === 'report.json'
        ? 'it is about another report: no subject has the digest of this report.json'
        : `it is not about the target that this report names (${printable(name, 100)})`,
    )
  }
  if (subjects.length > expected.subject.length)
    problems.push('it is about something that this report does not name')
  const signed = asObject(predicate) ?? {}
  for (const [member, value] of Object.entries(expected.predicate)) {
    if (!isDeepStrictEqual(signed[member], JSON.parse(JSON.stringify(value))))
      problems.push(`its ${member} is not what follows from this report`)
  }
  return problems
}
