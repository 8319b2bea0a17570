#!/usr/bin/env node
/** The command line. */
import { runCommand } from './commands/run.ts'

const [command = 'run', ...rest] = process.argv.slice(2)
if (command === 'prove') process.exitCode = await (await import('./commands/prove.ts')).proveCommand(rest)
else process.exitCode = await runCommand()
