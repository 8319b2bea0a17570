#!/usr/bin/env node
/** `npm run ui`: a run whose tests, each with its evidence, are shown in Vitest's own page until Ctrl-C. */
import { once } from 'node:events'
import { ConfigError, loadEnvironment, readConfig } from '../helpers/config/config.ts'
import { checkWritable } from '../helpers/config/writable.ts'
import { runConformance } from '../runner/conformance.ts'
import type { OpenUi } from '../runner/vitest/ui.ts'
import { reportError, UsageError } from './errors.ts'
import { publish } from './publish.ts'

const HELP = `Usage: npm run ui

A run whose tests, each with its evidence, are shown in a page of this machine until Ctrl-C. It takes no arguments:
the target and everything else are configured in the environment or a .env file, as for the command run.
`

if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
  process.stdout.write(HELP)
  process.exit(0)
}

try {
  if (process.argv.length > 2) throw new UsageError('ui takes no arguments; see ui --help')
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
