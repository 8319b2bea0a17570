/** What a client works with: its limits, and whoever it tells or asks. */
import type { Activity } from '../../model/activity.ts'
import type { Certificates } from '../config/certificates.ts'
import type { ExtraHeader } from '../config/extra-headers.ts'
import type { ProxyConfig } from '../config/proxy.ts'
import type { Secret } from '../secrets/mask.ts'
import type { Deadline } from './deadline.ts'
import type { ReaderOptions } from './reader.ts'
import type { Recorder } from './recorder.ts'
import type { Renewable } from './renewal.ts'
import type { Transport } from './transport.ts'

/** Limits and collaborators of a client; times in milliseconds. */
export interface ClientOptions extends ReaderOptions {
  baseUrl: string
  transport: Transport
  /** Proxies of the environment: that of the target is named where it cannot be reached. */
  proxy?: ProxyConfig
  recorder: Recorder
  mask: (text: string) => string
  /** The same for headers that are sent, where it hides more; default: `mask`. */
  maskSent?: (value: string) => string
  requestTimeoutMs: number
  maxWaitMs: number
  recordedBodyChars: number
  concurrency: number
  /** How many requests may leave in a minute; absent: no limit. */
  requestsPerMinute?: number
  /** How many requests the run may send, repeated ones included; absent: no limit. */
  maxRequests?: number
  userAgent: string
  /** Headers of the configuration, beside those of each request. */
  extraHeaders?: readonly ExtraHeader[]
  /** The header that carries run and exchange, and the run's name in it. */
  traceHeader?: string
  runId?: string
  /** Credentials that can be had anew. */
  renewables?: readonly Renewable[]
  /** Is told of each secret that comes up in the middle of a run. */
  learn?: (secret: Secret) => void
  /** What connections are made with, for the evidence. */
  certificates?: Certificates
  /** The run's time; what is asked for later fails at once. */
  deadline: Deadline
  /** Called when a request leaves, and when one has to wait. */
  onActivity?: (activity: Activity) => void
}
