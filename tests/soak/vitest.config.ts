/** What takes longer than a minute: `npm run test:soak`. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { pool: 'threads', testTimeout: 300_000, include: ['tests/soak/**/*.test.ts'] },
})
