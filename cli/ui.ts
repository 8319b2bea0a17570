#!/usr/bin/env node
/** `npm run ui`: a run whose tests, each with its evidence, are shown in Vitest's own page until Ctrl-C. */
import { once } from 'node:events'
import { ConfigError, loadEnvironment, readConfig } from '../helpers/config/config.ts'
import { checkWritable } from '../helpers/config/writable.ts'
import { runConformance } from '../runner/conformance.ts'
import type { OpenUi } from '../runner/ui.ts'
import { reportError } from './errors.ts'
import { publish } from './publish.ts'

try {
  const config = readConfig(loadEnvironment())
  const problem = await checkWritable(config.reportDir)
  if (problem) throw new ConfigError([problem])
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  const stop = new AbortController()
  stopped.then(() => stop.abort('it was interrupted'))
  let ui: OpenUi | undefined
  const report = await runConformance(config, {
    signal: stop.signal,
    onUi: (open) => {
      ui = open
      process.stdout.write(`${open.url} shows the run; Ctrl-C ends it.\n`)
    },
  })
  const code = await publish(report, config)
  if (ui && !stop.signal.aborted) {
    process.stdout.write(`${ui.url} shows the evidence of every test; Ctrl-C ends it.\n`)
    await stopped
  }
  await ui?.close()
  process.exit(code)
} catch (error) {
  process.exitCode = await reportError(error)
}
