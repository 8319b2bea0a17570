/** Starts Vitest on the suites, once, for any number of targets. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import type { Judgement } from '../run/judge.ts'
import type { Target } from '../run/target.ts'
import { Collector } from './collect.ts'

/** Side by side means side by side: the HTTP client alone bounds what is in flight. */
const NO_LIMIT = 1_000_000

/**
 * Judges every target and returns what was collected.
 * @param groups targets that share a worker; each group gets a worker of its own
 */
export async function runTargets(
  groups: Target[][],
  onResult?: (judgement: Judgement) => void,
): Promise<Collector> {
  const collector = new Collector(onResult)
  const entry = entryFile()
  const exitCode = process.exitCode
  const project = (targets: Target[], index: number) => ({
    test: { name: `targets-${index}`, provide: { targets }, ...workerOptions(entry) },
  })
  const vitest = await startVitest('test', [], {
    config: false,
    root: fileURLToPath(new URL('../../', import.meta.url)),
    watch: false,
    reporters: [collector],
    maxWorkers: groups.length,
    maxConcurrency: NO_LIMIT,
    ...(groups.length === 1
      ? { provide: { targets: groups[0] ?? [] }, ...workerOptions(entry) }
      : { projects: groups.map(project) }),
  })
  await vitest.close()
  // Vitest sets it for failed tests; what a verdict means for the exit is not its business.
  process.exitCode = exitCode
  return collector
}

function workerOptions(entry: string) {
  return {
    include: [entry],
    exclude: [],
    pool: 'threads' as const,
    isolate: false,
    fileParallelism: true,
    testTimeout: 0,
    hookTimeout: 0,
    // Compiled files need no transformation; loading them natively is most of a fast start.
    server: { deps: { external: [/\/dist\/(helpers|suites|reference)\/(?!entry)/] } },
  }
}

/** The entry beside this tree: compiled in `dist/`, TypeScript otherwise. */
function entryFile(): string {
  const compiled = fileURLToPath(new URL('../../suites/entry.js', import.meta.url))
  return existsSync(compiled) ? compiled : fileURLToPath(new URL('../../suites/entry.ts', import.meta.url))
}
