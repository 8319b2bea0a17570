/** What a run can be told from outside. */
import type { Contract, PublicTier, Safety } from '../../model/contract.ts'
import type { Certificates } from './certificates.ts'
import type { FailOn } from './choices.ts'
import type { CredentialCommand } from './commands.ts'
import type { ExtraHeader } from './extra-headers.ts'
import type { ProxyConfig } from './proxy.ts'
import type { TargetLabel } from './target-label.ts'
import type { Thorough } from './thorough.ts'

/** Everything a run is told from outside. Survives a structured clone, so workers can receive it. */
export interface Config {
  /** Origin and path prefix, without a slash at the end. Absent: the embedded reference is the target. */
  baseUrl?: string
  /** Name of the channel behind which the target is served inside this process; absent: it is reached over the network. */
  inProcess?: string
  /** Absent only where the embedded reference is the target and nothing was chosen: both. */
  contracts?: Contract[]
  v3: {
    apiKey?: string
    developerApiKey?: string
    /** The account that owns `developerApiKey`; in lower case. */
    developerEmail?: string
    restrictedApiKey?: string
    billingApiKey?: string
    selfUserId?: string
    /** The account that owns the key has no entry of its own. */
    selfUnlisted?: true
    /** The second proof that `selfUserId` is the key's own account; in lower case. */
    selfEmail?: string
    /** The address for which a person has confirmed that it is the key's own; in lower case. */
    selfConfirmed?: string
    profileId?: string
    foreignProfileId?: string
    /** Somebody of another organization. */
    foreignUserId?: string
  }
  v1: { accessToken?: string; restrictedAccessToken?: string }
  safety: Safety
  reportDir: string
  allowIncomplete: boolean
  /** From which verdict on a requirement stops a gate. */
  failOn: FailOn[]
  /** File with the known violations. */
  baseline?: string
  /** The operator declares that the implicit owner counts as an admin for the last-admin rule. */
  ownerCountsAsAdmin: boolean
  /** Domain of the addresses of created users. */
  emailDomain: string
  requestTimeoutMs: number
  runTimeoutMs: number
  /** Longest single wait that a 429 or 503 may ask for. */
  maxRetryAfterMs: number
  /** How long a change may take to show. */
  consistencyMs: number
  concurrency: number
  /** How many requests may leave in a minute. */
  requestsPerMinute?: number
  /** How many requests a run may send, its clean-up not counted. */
  maxRequests?: number
  /** An answer longer than this is not read further. */
  maxBodyBytes: number
  /** JSON nested deeper than this is not parsed. */
  maxDepth: number
  /** Bytes of memory that all answers of a run together may take up. */
  maxKeptBytes: number
  /** How much of a body the report keeps. */
  recordedBodyChars: number
  /** How many pages of a v1 list are walked. */
  maxPages: number
  /** How deep invitations look: `few` for targets that limit them, `auto` asks the target's own headers. */
  invitations: 'auto' | 'few' | 'many'
  /** How far the run goes beyond the documents. */
  publicTier: PublicTier
  /** Lower case, api.sent.dm among them. */
  productionHosts: string[]
  /** The production host that may be a target all the same. */
  allowProduction?: string
  journalDir: string
  /** Absent: none. Its addresses may hold credentials. */
  proxy?: ProxyConfig
  /** Headers that requests carry beside their own. */
  extraHeaders?: ExtraHeader[]
  /** The header that carries the ids of run and exchange. */
  traceHeader?: string
  /** What the suite calls itself to the target; absent: its name and version. */
  userAgent?: string
  /** What connections to the target are made with, where that is not the usual. */
  certificates?: Certificates
  /** How credentials that a command has printed are had anew. */
  commands?: CredentialCommand[]
  /** What a person should know of the configuration, though it stops nothing. */
  notices: string[]
  /** What the operator says the target is. */
  targetLabel?: TargetLabel
  /** How deep the run goes; absent: the usual course. */
  thorough?: Thorough
  /** What everything is drawn from; absent: a seed that is drawn for the run. */
  seed?: string
  /** Whether people who are not the run's stand in outputs as the target shows them. */
  showPeople: boolean
  /** Whether nothing may tell the run from a client. */
  incognito: boolean
}
