/** Runs the real command and measures the most memory that it takes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { command, type Finished } from './command.ts'

const PEAK = fileURLToPath(new URL('entries/peak.mjs', import.meta.url))

/** A run that ended, and its peak in megabytes. */
export interface Measured extends Finished {
  peakMb: number
}

/** @param options further ones of Node.js */
export async function measured(
  environment: Record<string, string>,
  { options = '', timeoutMs }: { options?: string; timeoutMs?: number } = {},
): Promise<Measured> {
  const finished = await command(
    ['run'],
    { ...environment, NODE_OPTIONS: `--import ${PEAK} ${options}`, PEAK_FILE: 'peak' },
    timeoutMs,
  )
  const kilobytes = Number(readFileSync(join(finished.folder, 'peak'), 'utf8'))
  return { ...finished, peakMb: Math.round(kilobytes / 1024) }
}
