/** A client for a command that asks a few things of a target outside of a run. */
import { randomBytes } from 'node:crypto'
import { type Config, renewablesOf, secretsOf } from '../config/config.ts'
import { growingMask } from '../secrets/growing-mask.ts'
import { agentOf } from './agent.ts'
import { Client } from './client.ts'
import { Deadline } from './deadline.ts'
import { Recorder } from './recorder.ts'
import { transportOf } from './transport-of.ts'

/**
 * Opens a client, lets `step` use it, and closes it.
 * @param purpose names the command in the user agent
 */
export async function withClient<T>(
  config: Config & { baseUrl: string },
  purpose: string,
  step: (client: Client, recorder: Recorder) => Promise<T>,
): Promise<T> {
  const deadline = new Deadline(config.runTimeoutMs)
  const recorder = new Recorder('c')
  const client = new Client({
    ...config,
    deadline,
    transport: transportOf(config),
    recorder,
    ...growingMask(secretsOf(config)),
    renewables: renewablesOf(config),
    maxWaitMs: config.maxRetryAfterMs,
    runId: `${purpose}-${randomBytes(4).toString('hex')}`,
    userAgent: agentOf(config, undefined, purpose),
  })
  try {
    return await step(client, recorder)
  } finally {
    deadline.close()
    await client.close()
  }
}
