/** Options of Vitest, whoever starts it. */

/** Side by side means side by side: the HTTP client alone bounds what is in flight. */
export const NO_LIMIT = 1_000_000

/** How workers run: not isolated, and bounded by nothing but the runs' own limits. */
export function workerOptions(entry: string) {
  return {
    include: [entry],
    exclude: [],
    pool: 'threads' as const,
    isolate: false,
    fileParallelism: true,
    testTimeout: 0,
    hookTimeout: 0,
    // Compiled files need no transformation; loading them natively is most of a fast start.
    server: {
      deps: {
        external: [/\/dist\/(contracts|helpers|language|model|reference|report|runner|suites)\/(?!entry)/],
      },
    },
  }
}
