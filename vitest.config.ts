/** The suite's own tests. Conformance runs are started by the command line, which configures Vitest itself. */
import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** Unit tests that need a worker of their own: each says why. */
const APART = [
  // Its many expressions use up what the engine grants for compiled ones.
  'helpers/secrets/mask-large.test.ts',
  // Expressions go through texts of megabytes, which takes more stack than other files leave in a worker.
  'helpers/schema/hostile.test.ts',
]

/**
 * Tests that start runs, which have threads of their own, or browsers and servers. Threads within threads end only
 * when all of them do; a process can be ended from outside.
 */
const HEAVY = { pool: 'forks' } as const

export default defineConfig({
  test: {
    pool: 'threads',
    testTimeout: 60_000,
    // What a test file starts before its first test, a browser or a run of the suite, takes as long as a test does.
    hookTimeout: 180_000,
    // Vitest would leave one processor to itself, and has little to do; many runs wait for targets that are slow on purpose.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // They keep nothing from one file to the next, and loading everything anew is half of their time.
          isolate: false,
          exclude: [...configDefaults.exclude, ...APART],
          include: [
            'contracts/**/*.test.ts',
            'helpers/**/*.test.ts',
            'language/**/*.test.ts',
            'report/**/*.test.ts',
            'runner/**/*.test.ts',
            'reference/**/*.test.ts',
            'suites/**/*.test.ts',
            'tests/house/*.test.mjs',
          ],
        },
      },
      { extends: true, test: { name: 'unit-apart', include: APART } },
      { extends: true, test: { ...HEAVY, name: 'report', include: ['tests/report/**/*.test.ts'] } },
      { extends: true, test: { ...HEAVY, name: 'sessions', include: ['tests/sessions/**/*.test.ts'] } },
      { extends: true, test: { ...HEAVY, name: 'bench', include: ['tests/bench/**/*.test.mjs'] } },
      {
        extends: true,
        test: {
          ...HEAVY,
          name: 'implementations',
          include: ['tests/implementations/*.test.ts'],
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          ...HEAVY,
          name: 'infrastructure',
          include: ['tests/infrastructure/**/*.test.ts'],
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: { ...HEAVY, name: 'end-to-end', include: ['tests/e2e/**/*.test.ts'], testTimeout: 180_000 },
      },
    ],
  },
})
