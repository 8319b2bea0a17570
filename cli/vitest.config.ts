/**
 * Vitest's configuration for a run by Vitest's own commands, above all one that is divided among machines:
 *
 * ```sh
 * npx vitest run --config users-api-conformance/vitest.config --shard=1/3 --reporter=blob
 * npx vitest run --config users-api-conformance/vitest.config --merge-reports
 * ```
 *
 * The configuration of the run itself comes from the environment and `.env`, as for every command.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { loadEnvironment } from '../helpers/config/environment.ts'
import { workerOptions } from '../runner/vitest/options.ts'
import { type ConformanceOptions, conformancePlugin } from './vitest/plugin.ts'
import { OperationSequencer } from './vitest/sequencer.ts'

/** For a configuration file of one's own, which may choose what is judged. */
export function conformanceConfig(options: ConformanceOptions = {}): ViteUserConfig {
  const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
  return defineConfig({
    plugins: [conformancePlugin(loadEnvironment(), ending, options)],
    test: {
      ...workerOptions(`*${ending}`),
      dir: fileURLToPath(new URL('../runner/entries/', import.meta.url)),
      maxWorkers: 1,
      // A contract, or a selection, may leave a file without a test.
      passWithNoTests: true,
      sequence: { sequencer: OperationSequencer },
      // The plugin adds ours; without this one, Vitest would add its own.
      reporters: [{}],
      watch: false,
      cache: false,
    },
  })
}

export default conformanceConfig()
