/** `serve`: the embedded reference implementation alone, to watch a report against it or to try a client. */
import { once } from 'node:events'
import { patternsOf } from '../../runner/selection/pattern.ts'
import { UsageError } from '../errors.ts'
import { orphaned } from '../orphaned.ts'
import { widthOf } from '../terminal.ts'

/** Flags as they were typed. */
export interface ServeFlags {
  port: string
  host: string
  fault: string[]
  variant?: string
  limits?: boolean
  users: string
  delay: string
  prefix?: string
  listFaults?: boolean
  listVariants?: boolean
}

const MOST_USERS = 1_000_000
const LONGEST_DELAY_MS = 600_000

/**
 * Stays until it is interrupted. What can be sourced goes to the standard output, what is for people to the
 * standard error.
 * @returns 0
 * @throws UsageError for flags that cannot be followed
 */
export async function serveCommand(flags: ServeFlags): Promise<number> {
  if (flags.listFaults) {
    const { FAULTS, FORMS } = await import('../../reference/faults/index.ts')
    return list([...FAULTS, ...FORMS])
  }
  if (flags.listVariants) return list((await import('../../reference/variants/index.ts')).VARIANTS)
  const options = {
    port: whole('--port', flags.port, 65_535),
    host: flags.host,
    faults: patternsOf(flags.fault),
    ...(flags.variant === undefined ? {} : { variant: flags.variant }),
    limits: flags.limits ?? false,
    users: bothContracts(whole('--users', flags.users, MOST_USERS)),
    ...(flags.delay === '0' ? {} : { delayMs: whole('--delay', flags.delay, LONGEST_DELAY_MS) }),
    ...(flags.prefix === undefined ? {} : { pathPrefix: prefixOf(flags.prefix) }),
  }
  await checkNames(options)
  const { startReference } = await import('../../reference/index.ts')
  const reference = await startReference(options).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall === undefined) throw error
    throw new UsageError(`cannot listen on ${flags.host} port ${flags.port}: ${error.code}`)
  })
  // Awaited before the first line is printed: whoever reads it may interrupt at once.
  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), orphaned()])
  for (const [name, value] of Object.entries(reference.environment)) {
    process.stdout.write(`export ${name}=${value}\n`)
  }
  process.stderr.write(`The reference listens on ${reference.url}. Interrupt it to end it.\n`)
  await interrupted
  await reference.close()
  return 0
}

/** Says which name was meant, before anything is started. */
async function checkNames({ faults, variant }: { faults: string[]; variant?: string }): Promise<void> {
  const { findFault } = await import('../../reference/faults/index.ts')
  const { findVariant } = await import('../../reference/variants/index.ts')
  try {
    for (const name of faults) findFault(name)
    if (variant !== undefined) findVariant(variant)
  } catch (error) {
    throw new UsageError(`${(error as Error).message} See --list-faults and --list-variants.`)
  }
}

function list(entries: readonly { name: string; says: string; requirement?: readonly string[] }[]): number {
  const nameWidth = Math.max(...entries.map(({ name }) => name.length))
  const wide = widthOf(process.stdout) > nameWidth + 40
  const lines = entries.map(({ name, says }) =>
    wide ? `${name.padEnd(nameWidth)}  ${says}` : `${name}: ${says}`,
  )
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

function bothContracts(count: number): { v3: number; v1: number } {
  return { v3: count, v1: count }
}

function whole(flag: string, text: string, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number <= most) return number
  throw new UsageError(`${flag} has to be a whole number from 0 to ${most}, not ${JSON.stringify(text)}`)
}

/** Every request path is compared with it as it stands, so it may hold nothing that a URL would write otherwise. */
function prefixOf(text: string): string {
  if (/^[\w/.~-]+$/.test(text)) return text
  throw new UsageError(`--prefix has to be a path such as /staging/api, not ${JSON.stringify(text)}`)
}
