/** Reads what the operator chooses: contracts, safety, and the domain of created users. */
import { isIP } from 'node:net'
import { SAFETIES, type Safety } from '../../model/contract.ts'
import { isHost } from './base-url.ts'
import { CREDENTIALS } from './credentials.ts'
import type { Environment } from './environment.ts'
import { complain, exact, type Reading, suggestion, text, textOrDefault } from './reading.ts'
import { type VariableName, variable } from './variables.ts'

/** The contracts for which there are variables, in the order in which people are shown them. */
const CONTRACTS = Object.keys(CREDENTIALS) as (keyof typeof CREDENTIALS)[]

/** What belongs to one particular target, and would be left aside on the embedded reference. */
const BOUND_TO_TARGET: readonly VariableName[] = [
  ...CREDENTIALS.v3,
  'DEVELOPER_EMAIL',
  'SELF_USER_ID',
  'SELF_EMAIL',
  'SELF_CONFIRMED',
  'PROFILE_ID',
  'FOREIGN_PROFILE_ID',
  'FOREIGN_USER_ID',
  ...CREDENTIALS.v1,
  'API_KEY_COMMAND',
  'ACCESS_TOKEN_COMMAND',
  'EXTRA_HEADERS',
  'EXTRA_HEADERS_V3',
  'EXTRA_HEADERS_V1',
  'CLIENT_CERT',
  'CLIENT_KEY',
  'CA_CERT',
]

/** What a release gate is made of: it must never pass against the reference instead of a target. */
const BOUND_TO_GATE: readonly VariableName[] = ['BASELINE', 'FAIL_ON', 'ALLOW_INCOMPLETE']

/** The longest domain that leaves room for a full local part in an address of 254 characters. */
const LONGEST_DOMAIN = 189

/** The chosen contracts, v3 first; undefined where the embedded reference serves them all. */
export function readContracts(reading: Reading, embedded: boolean): (keyof typeof CREDENTIALS)[] | undefined {
  const chosen = chosenContracts(reading)
  if (embedded) return chosen
  const provided = CONTRACTS.filter((contract) => CREDENTIALS[contract].some((name) => exact(reading, name)))
  const contracts = chosen ?? provided
  if (contracts.length === 0 && provided.length === 0) {
    reading.problems.push({
      variable: CONTRACTS.map((contract) => CREDENTIALS[contract][0]).join(' or '),
      read: 'nothing',
      expected: 'a credential for at least one contract, because BASE_URL is set',
      fix: 'Set API_KEY to check v3, ACCESS_TOKEN to check v1, or unset BASE_URL to check the embedded reference.',
    })
  }
  for (const contract of contracts) {
    const [first, ...others] = CREDENTIALS[contract]
    if (exact(reading, first) !== undefined) continue
    const cause =
      chosen === undefined ? others.filter((name) => exact(reading, name)).join(', ') : 'CONTRACTS'
    const fix = `Set ${first}, or choose the contracts to check without ${contract} in CONTRACTS.`
    complain(
      reading,
      first,
      `the credential without which ${contract} cannot be checked; ${cause} asks for it`,
      fix,
    )
  }
  return contracts
}

function chosenContracts(reading: Reading): (keyof typeof CREDENTIALS)[] | undefined {
  const value = text(reading, 'CONTRACTS')
  if (value === undefined) return undefined
  const words = value.split(',').map((word) => word.trim())
  const unknown = words.find((word) => !CONTRACTS.some((contract) => contract === word))
  if (unknown !== undefined) {
    const fix = `${suggestion(unknown, CONTRACTS, 1)}Unset means every contract for which a credential is set.`
    complain(reading, 'CONTRACTS', `${CONTRACTS.join(', ')} or ${CONTRACTS.join(',')}`, fix)
  }
  return CONTRACTS.filter((contract) => words.includes(contract))
}

/** The chosen safety; undefined if none was chosen. */
export function readSafety(reading: Reading): Safety | undefined {
  const value = text(reading, 'SAFETY')
  const safety = SAFETIES.find((known) => known === value)
  if (value !== undefined && safety === undefined) {
    const fix = `${suggestion(value, SAFETIES, 3)}Unset means full on the embedded reference, disposable elsewhere.`
    complain(reading, 'SAFETY', 'read-only, disposable or full', fix)
  }
  return safety
}

const INVITATIONS = ['auto', 'few', 'many'] as const

/** How many invitations a run may spend. */
export function readInvitations(reading: Reading): (typeof INVITATIONS)[number] {
  const value = textOrDefault(reading, 'INVITATIONS')
  const choice = INVITATIONS.find((known) => known === value)
  if (choice === undefined) {
    complain(reading, 'INVITATIONS', 'auto, few or many', suggestion(value, INVITATIONS, 2))
  }
  return choice ?? 'auto'
}

/** What may stop a gate. */
export const FAIL_ON = ['failure', 'warning', 'security', 'public'] as const

/** What stops a gate: failed requirements of the documents, their warnings, those that keep people apart alone, or failures of the public tier. */
export type FailOn = (typeof FAIL_ON)[number]

/** What stops the gate; some of it, divided by commas. */
export function readFailOn(reading: Reading): FailOn[] {
  const words = textOrDefault(reading, 'FAIL_ON')
    .split(',')
    .map((word) => word.trim())
  const wrong = words.find((word) => !FAIL_ON.some((known) => known === word))
  if (wrong !== undefined) {
    const fix = `${suggestion(wrong, FAIL_ON, 3)}Unset means failure.`
    complain(
      reading,
      'FAIL_ON',
      'failure, warning, security, public, or several of them divided by commas',
      fix,
    )
  }
  return FAIL_ON.filter((known) => words.includes(known))
}

/** The domain of created users, in lower case. */
export function readEmailDomain(reading: Reading): string {
  const domain = textOrDefault(reading, 'EMAIL_DOMAIN').toLowerCase()
  const wellFormed = isHost(domain) && isIP(domain) === 0 && /^[^_]+\.[^_]*[a-z][^_]*$/.test(domain)
  if (!wellFormed || domain.length > LONGEST_DOMAIN) {
    const fix =
      'Write the part behind the @ alone, for example EMAIL_DOMAIN=example.com, which reaches nobody.'
    complain(
      reading,
      'EMAIL_DOMAIN',
      `a domain name with a dot in it, of at most ${LONGEST_DOMAIN} characters`,
      fix,
    )
  }
  return domain
}

/**
 * Without BASE_URL, credentials would silently do nothing while somebody believes in having checked a target, and a
 * gate would pass against the demonstration. A BASE_URL that is set to nothing was meant to be something.
 */
export function refuseIgnored(reading: Reading): void {
  const ignored = [
    ...BOUND_TO_TARGET.filter((name) => exact(reading, name) !== undefined),
    ...BOUND_TO_GATE.filter(
      (name) => (text(reading, name) ?? variable(name).default) !== variable(name).default,
    ),
  ]
  const isEmpty = reading.environment.BASE_URL !== undefined
  if (ignored.length === 0 && !isEmpty) return
  const names = ignored.join(', ')
  const beside = ignored.length === 0 ? '' : `, while ${names} ${ignored.length === 1 ? 'is' : 'are'} set`
  reading.problems.push({
    variable: 'BASE_URL',
    read: `${isEmpty ? 'an empty value' : 'nothing'}${beside}`,
    expected:
      ignored.length === 0 ? 'the address of the target' : 'the address of the target to which that belongs',
    fix: `Set BASE_URL; or, to check the embedded reference, say so with --embedded${ignored.length === 0 ? '' : ` or unset ${names}`}.`,
  })
}

/** The environment without all that belongs to a particular target. */
export function withoutTarget(environment: Environment): Environment {
  const rest = { ...environment }
  for (const name of ['BASE_URL', ...BOUND_TO_TARGET]) delete rest[name]
  return rest
}
