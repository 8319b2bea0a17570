/** The suite's own tests. Conformance runs are started by the command line, which configures Vitest itself. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    pool: 'threads',
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'helpers/**/*.test.ts',
            'report/**/*.test.ts',
            'runner/**/*.test.ts',
            'reference/**/*.test.ts',
            'suites/**/*.test.ts',
            'tests/house/*.test.mjs',
          ],
        },
      },
      { extends: true, test: { name: 'report', include: ['tests/report/**/*.test.ts'] } },
      { extends: true, test: { name: 'sessions', include: ['tests/sessions/**/*.test.ts'] } },
      { extends: true, test: { name: 'bench', include: ['tests/bench/**/*.test.mjs'] } },
      {
        extends: true,
        test: {
          name: 'implementations',
          include: ['tests/implementations/*.test.ts'],
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'infrastructure',
          include: ['tests/infrastructure/**/*.test.ts'],
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: { name: 'end-to-end', include: ['tests/e2e/**/*.test.ts'], testTimeout: 180_000 },
      },
    ],
  },
})
