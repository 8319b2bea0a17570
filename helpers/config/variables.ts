/**
 * Every variable that configures the suite, in the order in which they are explained to people.
 * `.env.example`, the README's table, the reading and its messages all follow this one table.
 */

export interface Variable {
  name: string
  group: Group
  /** What it is for, in one or two lines. */
  meaning: string
  /** The value that stands in when it is unset, written as it would be set. */
  default?: string
  /** What happens when it is unset, where that is no fixed value. */
  otherwise?: string
  /** Whether its value must never be shown. */
  secret: boolean
  /** Smallest and largest value, for whole numbers. */
  range?: readonly [least: number, most: number]
}

/** The headings of `.env.example`. */
export const GROUPS = {
  target: 'The target',
  v3: 'Contract v3: /v3/users',
  v1: 'Contract v1: /api/v1/users',
  safety: 'What the run may do',
  output: 'What is written, and what counts',
  limits: 'Limits',
} as const

export type Group = keyof typeof GROUPS

export const VARIABLES = [
  {
    name: 'BASE_URL',
    group: 'target',
    meaning:
      'Where the target lives: its origin and, if there is one, the path prefix before /v3 or /api/v1.',
    otherwise: 'the embedded reference implementation is started and checked',
    secret: false,
  },
  {
    name: 'CONTRACTS',
    group: 'target',
    meaning:
      'The contracts to check: v3, v1 or v3,v1. Set it in a pipeline: a credential that goes missing is then an error, not one contract less.',
    otherwise: 'every contract for which a credential is set',
    secret: false,
  },
  {
    name: 'EXTRA_HEADERS',
    group: 'target',
    meaning:
      "Headers for every request, as a gateway in front may want them: Name: value, one a line or divided by \\n. A contract's own headers are refused.",
    otherwise: 'none',
    secret: true,
  },
  {
    name: 'EXTRA_HEADERS_V3',
    group: 'target',
    meaning: 'The same for requests to /v3/users alone.',
    otherwise: 'none',
    secret: true,
  },
  {
    name: 'EXTRA_HEADERS_V1',
    group: 'target',
    meaning: 'The same for requests to /api/v1/users alone.',
    otherwise: 'none',
    secret: true,
  },
  {
    name: 'CLIENT_CERT',
    group: 'target',
    meaning: 'PEM file with the client certificate that the target, or what stands before it, asks for.',
    otherwise: 'none is shown',
    secret: false,
  },
  {
    name: 'CLIENT_KEY',
    group: 'target',
    meaning: 'PEM file with the private key of CLIENT_CERT, without a passphrase.',
    otherwise: 'it stands in the file of CLIENT_CERT',
    secret: false,
  },
  {
    name: 'CA_CERT',
    group: 'target',
    meaning: "PEM file with the authorities of the target's certificate; trusted beside the usual ones.",
    otherwise: 'the usual ones alone',
    secret: false,
  },
  {
    name: 'TRACE_HEADER',
    group: 'target',
    meaning:
      "Name of a header that carries the ids of run and exchange, by which requests are found in the target's logs, e.g. X-Request-Id or traceparent.",
    otherwise: 'no such header is sent',
    secret: false,
  },
  {
    name: 'USER_AGENT',
    group: 'target',
    meaning: 'What the suite calls itself to the target.',
    otherwise: 'users-api-conformance and its version',
    secret: false,
  },
  {
    name: 'INCOGNITO',
    group: 'target',
    meaning:
      'true lets nothing tell the run from a client: ordinary names, addresses and user agent, without the tag of the suite. Only journal and report know who was created.',
    default: 'false',
    secret: false,
  },
  {
    name: 'TARGET_NAME',
    group: 'target',
    meaning: 'What the report is about: the name of the implementation.',
    otherwise: 'the report names the base URL alone',
    secret: false,
  },
  {
    name: 'TARGET_VERSION',
    group: 'target',
    meaning: 'What the report is about: the version of the implementation.',
    otherwise: 'the report does not say it',
    secret: false,
  },
  {
    name: 'TARGET_DIGEST',
    group: 'target',
    meaning:
      'Digest of what was deployed, e.g. sha256: and that of the image, or gitCommit: and the commit. An attestation is then about it, too.',
    otherwise: 'the report does not say it',
    secret: false,
  },
  {
    name: 'API_KEY',
    group: 'v3',
    meaning: 'Key of an account with the admin role. The only v3 variable that a run against v3 must have.',
    otherwise: 'v3 is not checked',
    secret: true,
  },
  {
    name: 'API_KEY_COMMAND',
    group: 'v3',
    meaning:
      'In the stead of API_KEY: a command that prints it (without a shell, within 30 s). It is run again when a key that worked gets 401.',
    otherwise: 'API_KEY is read',
    secret: true,
  },
  {
    name: 'DEVELOPER_API_KEY',
    group: 'v3',
    meaning: 'Key of another account, with the developer role: it may read, and must be refused the rest.',
    otherwise: 'what needs it stays untested',
    secret: true,
  },
  {
    name: 'DEVELOPER_EMAIL',
    group: 'v3',
    meaning:
      'E-mail address of the account that owns DEVELOPER_API_KEY. Its role in the list has to be developer: another one is told before anything is charged.',
    otherwise: 'a key that may do everything counts as a missing gate, with a word about the other reading',
    secret: false,
  },
  {
    name: 'RESTRICTED_API_KEY',
    group: 'v3',
    meaning: 'Valid key of an account that has no role in the organization.',
    otherwise: 'what needs it stays untested',
    secret: true,
  },
  {
    name: 'BILLING_API_KEY',
    group: 'v3',
    meaning:
      'Key of another account, with the billing role: it must be refused invitations, removals and changes of role. Whether it may read is open.',
    otherwise: 'what is asked in this role is left out, and named',
    secret: true,
  },
  {
    name: 'SELF_USER_ID',
    group: 'v3',
    meaning:
      'User id of the account that owns API_KEY, for the rule that no account removes itself; none where that account has no entry, as owners have.',
    otherwise: 'what needs it stays untested',
    secret: false,
  },
  {
    name: 'SELF_EMAIL',
    group: 'v3',
    meaning:
      'E-mail address of the account that owns API_KEY. A removal of SELF_USER_ID is asked for only where the target lists it for that id, as an active admin.',
    otherwise: 'the removal of oneself is not tried',
    secret: false,
  },
  {
    name: 'SELF_CONFIRMED',
    group: 'v3',
    meaning:
      "Repeats SELF_EMAIL once you have made sure that API_KEY is that person's: SAFETY=full then asks for the removal although its simulation was not refused.",
    otherwise: 'needed only where the simulated removal of oneself is not refused as documented',
    secret: false,
  },
  {
    name: 'PROFILE_ID',
    group: 'v3',
    meaning: 'UUID of a child profile that belongs to the organization.',
    otherwise: 'what needs it stays untested',
    secret: false,
  },
  {
    name: 'FOREIGN_PROFILE_ID',
    group: 'v3',
    meaning: 'UUID of a profile that belongs to another organization.',
    otherwise: 'what needs it stays untested',
    secret: false,
  },
  {
    name: 'FOREIGN_USER_ID',
    group: 'v3',
    meaning:
      'Id of a user of another organization, who must not be found. They are read; with SAFETY=full their removal is simulated once simulations are seen to have no effect.',
    otherwise: 'what is asked about such a user is left out, and named',
    secret: false,
  },
  {
    name: 'OWNER_COUNTS_AS_ADMIN',
    group: 'v3',
    meaning:
      'true declares that on this target the implicit owner counts as an admin, so that an owner may remove the last listed one.',
    default: 'false',
    secret: false,
  },
  {
    name: 'PUBLIC_TIER',
    group: 'v3',
    meaning:
      'What is tried beyond the documents: off, passive (what shows anyway), auto (what is offered), or what must be offered: headers, update, replay, limits, me, divided by commas.',
    default: 'passive',
    secret: false,
  },
  {
    name: 'ACCESS_TOKEN',
    group: 'v1',
    meaning: 'Bearer token that may manage users, without the word Bearer. A run against v1 must have it.',
    otherwise: 'v1 is not checked',
    secret: true,
  },
  {
    name: 'ACCESS_TOKEN_COMMAND',
    group: 'v1',
    meaning: 'In the stead of ACCESS_TOKEN: a command that prints it, as API_KEY_COMMAND does the key.',
    otherwise: 'ACCESS_TOKEN is read',
    secret: true,
  },
  {
    name: 'RESTRICTED_ACCESS_TOKEN',
    group: 'v1',
    meaning: 'Valid bearer token of somebody who may not delete users.',
    otherwise: 'what needs it stays untested',
    secret: true,
  },
  {
    name: 'SAFETY',
    group: 'safety',
    meaning:
      'read-only sends GET alone; disposable also creates and removes users of its own; full also attempts the removals that the target must refuse.',
    otherwise: 'full on the embedded reference, disposable elsewhere',
    secret: false,
  },
  {
    name: 'PRODUCTION_HOSTS',
    group: 'safety',
    meaning: 'Hosts, divided by commas, that are refused as targets. api.sent.dm always is one of them.',
    default: 'api.sent.dm',
    secret: false,
  },
  {
    name: 'ALLOW_PRODUCTION',
    group: 'safety',
    meaning: 'Repeats the host of BASE_URL where a production host is really meant.',
    otherwise: 'production hosts are refused',
    secret: false,
  },
  {
    name: 'EMAIL_DOMAIN',
    group: 'safety',
    meaning:
      'Domain of the e-mail addresses of created users. The default is reserved for examples, so that no letter can reach anybody.',
    default: 'example.com',
    secret: false,
  },
  {
    name: 'REPORT_DIR',
    group: 'output',
    meaning: 'Directory that receives the report.',
    default: 'reports/latest',
    secret: false,
  },
  {
    name: 'JOURNAL_DIR',
    group: 'output',
    meaning: 'Directory of the journals, which let a later clean-up find the users of a run that was killed.',
    default: 'reports/journal',
    secret: false,
  },
  {
    name: 'SHOW_PEOPLE',
    group: 'output',
    meaning:
      "true shows addresses and names of people who are not the run's as they are, instead of stand-ins. Cookies and tokens stay masked.",
    default: 'false',
    secret: false,
  },
  {
    name: 'ALLOW_INCOMPLETE',
    group: 'output',
    meaning: 'true lets a run end with exit code 0 although requirements stayed untested.',
    default: 'false',
    secret: false,
  },
  {
    name: 'FAIL_ON',
    group: 'output',
    meaning:
      'What ends a run with exit code 1, divided by commas: failure, warning (recommendations too), security (what keeps people apart, alone), public (failures of the public tier, too).',
    default: 'failure',
    secret: false,
  },
  {
    name: 'BASELINE',
    group: 'output',
    meaning: 'JSON file with known violations, which then do not decide the exit code. New ones still do.',
    otherwise: 'every violation counts',
    secret: false,
  },
  {
    name: 'ATTESTATION_KEY',
    group: 'output',
    meaning:
      'Private Ed25519 key (PEM) with which the command attest signs a report, where it is not given as a file. A run does not use it.',
    otherwise: 'attest wants --key',
    secret: true,
  },
  {
    name: 'IGNORE_VARIABLES',
    group: 'safety',
    meaning:
      'Names, divided by commas, that resemble variables of the suite but are meant for other programs.',
    otherwise: 'every resemblance counts',
    secret: false,
  },
  {
    name: 'THOROUGH',
    group: 'limits',
    meaning:
      'How deep a run goes beyond its usual course: off, small, medium, large, or a duration such as 5m. Deeper runs repeat, vary data, walk random sequences and ask for things at once.',
    default: 'off',
    secret: false,
  },
  {
    name: 'SEED',
    group: 'limits',
    meaning:
      'What a run draws from: names, addresses, wrong ids, limits, orders. Every report tells the seed of its run; giving it back repeats that run.',
    otherwise: 'drawn anew for every run',
    secret: false,
  },
  {
    name: 'REQUEST_TIMEOUT_MS',
    group: 'limits',
    meaning: 'Milliseconds that one request may take, from connecting to the last byte.',
    default: '10000',
    secret: false,
    range: [100, 600_000],
  },
  {
    name: 'RUN_TIMEOUT_MS',
    group: 'limits',
    meaning:
      'Milliseconds after which the run stops, cleans up (a minute at most) and reports what it has. With THOROUGH and unset: 10, 20 or 60 minutes by level, or the duration and 5 minutes.',
    default: '300000',
    secret: false,
    range: [1000, 86_400_000],
  },
  {
    name: 'MAX_WAIT_MS',
    group: 'limits',
    meaning: 'Longest single wait, in milliseconds, that a 429 or 503 may ask for. More is not waited for.',
    default: '90000',
    secret: false,
    range: [0, 3_600_000],
  },
  {
    name: 'CONSISTENCY_MS',
    group: 'limits',
    meaning:
      'How long a change may take to show, in milliseconds: what is missing at first is looked at again. Late is a warning, later than this a violation.',
    default: '2000',
    secret: false,
    range: [0, 600_000],
  },
  {
    name: 'CONCURRENCY',
    group: 'limits',
    meaning:
      'How many requests may be under way at the same time; fewer after a 429 or a 503, until the target has calmed down.',
    default: '16',
    secret: false,
    range: [1, 64],
  },
  {
    name: 'MAX_REQUESTS',
    group: 'limits',
    meaning:
      'How many requests a run may send, repeated ones included; what is left then stays unsettled. The clean-up is not counted.',
    otherwise: 'no limit',
    secret: false,
    range: [1, 1_000_000],
  },
  {
    name: 'MAX_REQUESTS_PER_MINUTE',
    group: 'limits',
    meaning: 'How many requests may leave in a minute, evenly spread, whatever the target would take.',
    otherwise: 'as many as the target takes',
    secret: false,
    range: [1, 60_000],
  },
  {
    name: 'MAX_BODY_BYTES',
    group: 'limits',
    meaning: 'Longest answer, in bytes after decompression, that is read.',
    default: '67108864',
    secret: false,
    range: [1024, 268_435_456],
  },
  {
    name: 'MAX_DEPTH',
    group: 'limits',
    meaning: 'Deepest nesting of JSON that is parsed; documented answers are at most five deep.',
    default: '512',
    secret: false,
    range: [16, 2048],
  },
  {
    name: 'MAX_KEPT_BYTES',
    group: 'limits',
    meaning:
      'Bytes of memory that all answers of a run together may take up, but never more than two fifths of what Node.js has. Long ones beyond that are not looked at.',
    default: '536870912',
    secret: false,
    range: [1_048_576, 17_179_869_184],
  },
  {
    name: 'RECORDED_BODY_CHARS',
    group: 'limits',
    meaning: 'How many characters of a body the report keeps as evidence.',
    default: '16384',
    secret: false,
    range: [0, 1_048_576],
  },
  {
    name: 'MAX_PAGES',
    group: 'limits',
    meaning: 'How many pages of a v1 list are walked at most.',
    default: '12',
    secret: false,
    range: [1, 1000],
  },
  {
    name: 'INVITATIONS',
    group: 'limits',
    meaning:
      'How many invitations a v3 run spends: few (8), many (up to 14, and more requests, for rarer corners), or auto: few where the target announces ten a minute, else many.',
    default: 'auto',
    secret: false,
  },
] as const satisfies readonly Variable[]

export type VariableName = (typeof VARIABLES)[number]['name']

/** The entry of `name`. */
export function variable(name: VariableName): Variable {
  const entry = VARIABLES.find((candidate) => candidate.name === name)
  if (entry === undefined) throw new Error(`no variable is called ${name}`)
  return entry
}
