/** Reads the headers that what stands before a target wants in every request. Their values are secrets. */
import type { Secret } from '../secrets/mask.ts'
import { complain, type Reading, text } from './reading.ts'
import type { VariableName } from './variables.ts'

/** A header that goes out with every request, or with those of one contract. */
export interface ExtraHeader {
  name: string
  value: string
  /** The variable that gives it, which stands for the value wherever something is written. */
  variable: VariableName
  /** Absent: with every request. */
  contract?: 'v3' | 'v1'
}

/** The variables, and for which contract's requests each of them is. */
const VARIABLES_OF = {
  EXTRA_HEADERS: undefined,
  EXTRA_HEADERS_V3: 'v3',
  EXTRA_HEADERS_V1: 'v1',
} as const satisfies Partial<Record<VariableName, 'v3' | 'v1' | undefined>>

/** Headers by which a contract is told who asks and for what: a check would not send what it says it sends. */
const CONTRACTS_OWN = { v3: ['x-api-key', 'x-profile-id'], v1: ['authorization'] } as const

/** Headers that the suite or the connection writes itself. */
const SUITES_OWN = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'idempotency-key',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const EXPECTED = 'headers of the form Name: value, one a line or divided by \\n'

/**
 * All extra headers.
 * @param contracts those of the run; undefined: both
 */
export function readExtraHeaders(
  reading: Reading,
  contracts: readonly ('v3' | 'v1')[] = ['v3', 'v1'],
): ExtraHeader[] {
  const found: ExtraHeader[] = []
  for (const [variable, contract] of Object.entries(VARIABLES_OF)) {
    const name = variable as keyof typeof VARIABLES_OF
    const given = contract === undefined ? {} : { contract }
    const lines = (reading.environment[name] ?? '').split(/\r\n|\r|\n|\\n/)
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue
      const where = lines.length === 1 ? 'It' : `Its line ${index + 1}`
      const header = headerOf(line)
      const flaw =
        typeof header === 'string'
          ? header
          : (ownerOf(header.name, contract === undefined ? contracts : [contract]) ??
            twin({ name: header.name, ...given }, found))
      if (flaw !== undefined) complain(reading, name, EXPECTED, `${where} ${flaw}`)
      else if (typeof header !== 'string') {
        found.push({ ...header, variable: name, ...given })
      }
    }
  }
  return found
}

/** What one line says, or what is wrong with it. */
function headerOf(line: string): { name: string; value: string } | string {
  const colon = line.indexOf(':')
  if (colon < 1) return 'has no colon between a name and a value.'
  const name = line.slice(0, colon).trim()
  const value = line.slice(colon + 1).trim()
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return 'has a name that no header can have.'
  if (value === '') return 'has no value behind the colon.'
  if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)) {
    return 'has a character in its value that no header can carry: a control character, or one beyond Latin-1.'
  }
  return { name, value }
}

/** Why a name is not to be set from outside. */
function ownerOf(name: string, contracts: readonly ('v3' | 'v1')[]): string | undefined {
  const lower = name.toLowerCase()
  if (lower === 'user-agent') return 'names the user agent, which has a variable of its own: USER_AGENT.'
  if (SUITES_OWN.has(lower)) return `names ${lower}, which the suite or the connection writes itself.`
  for (const contract of contracts) {
    if (!CONTRACTS_OWN[contract].some((own) => own === lower)) continue
    const other = contract === 'v3' ? 'EXTRA_HEADERS_V1' : 'EXTRA_HEADERS_V3'
    return `names ${lower}, which contract ${contract} itself reads. Headers for the other contract alone stand in ${other}.`
  }
  return undefined
}

/** A name that stands twice would be sent twice, or not as one of the lines says. */
function twin(
  header: Pick<ExtraHeader, 'name' | 'contract'>,
  found: readonly ExtraHeader[],
): string | undefined {
  const lower = header.name.toLowerCase()
  const same = found.find(
    ({ name, contract }) =>
      name.toLowerCase() === lower && (contract === undefined || contract === header.contract),
  )
  return same && `names ${lower}, which ${same.variable} has set already.`
}

/** The name of the header that carries the ids of run and exchange. */
export function readTraceHeader(reading: Reading, extra: readonly ExtraHeader[]): string | undefined {
  const name = text(reading, 'TRACE_HEADER')
  if (name === undefined) return undefined
  const isName = /^[\w!#$%&'*+.^`|~-]+$/.test(name)
  const isTaken = ownerOf(name, ['v3', 'v1']) !== undefined || name.toLowerCase() === 'cookie'
  const isExtra = extra.some((one) => one.name.toLowerCase() === name.toLowerCase())
  if (isName && !isTaken && !isExtra) return name
  const fix = isName
    ? 'That header carries something else already. Choose another one, for example X-Request-Id.'
    : 'Write the name alone, for example TRACE_HEADER=X-Request-Id.'
  complain(reading, 'TRACE_HEADER', 'the name of a header', fix)
  return undefined
}

/** What the suite calls itself. */
export function readUserAgent(reading: Reading): string | undefined {
  const value = text(reading, 'USER_AGENT')
  if (value !== undefined && /[^\u0020-\u007e]/.test(value)) {
    complain(
      reading,
      'USER_AGENT',
      'one line of ASCII characters',
      'Write for example USER_AGENT=staging-check/1.0.',
    )
  }
  return value
}

/** Values that say nothing of anybody: hidden wherever they occur, they would only spoil the report. */
const ORDINARY = /^(?:application\/json|text\/\w+|no-cache|xmlhttprequest|https?|true|false)$/i

/** What is to be hidden of the headers: whole values, and the parts in which a target may repeat them. */
export function extraHeaderSecrets(headers: readonly ExtraHeader[]): Secret[] {
  return headers.flatMap(({ name, value, variable }) => {
    const pieces = new Set([value, ...partsOf(name.toLowerCase(), value)])
    return [...pieces].filter(isTelling).map((piece) => ({ placeholder: `$${variable}`, value: piece }))
  })
}

function partsOf(name: string, value: string): string[] {
  if (name === 'cookie') return value.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim())
  const [, scheme = '', token = ''] = /^([A-Za-z][\w-]*) +(\S+)$/.exec(value) ?? []
  if (token === '') return []
  if (scheme.toLowerCase() !== 'basic') return [token]
  const pair = Buffer.from(token, 'base64').toString('utf8')
  return [token, pair, pair.slice(pair.indexOf(':') + 1)]
}

/** Whether an occurrence in a text is hardly chance: short words stand in many places that are no secret. */
function isTelling(piece: string): boolean {
  if (ORDINARY.test(piece)) return false
  return piece.length >= 8 || (piece.length >= 6 && /[a-z]/i.test(piece) && /[^a-z]/i.test(piece))
}
