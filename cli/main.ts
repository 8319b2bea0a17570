#!/usr/bin/env node
/** The command line. Each command is loaded when it is called, so that help and version answer at once. */
import { suiteVersion } from '../helpers/text/package-root.ts'
import { isHelp, reportError } from './errors.ts'

// A reader that has seen enough (`| head`) is no error, and does not change what the run came to.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

process.on('uncaughtException', async (error) => {
  process.exit(await reportError(error))
})

const argv = process.argv.slice(2)
const [first = '', ...rest] = argv
try {
  if (rest.length === 0 && ['-V', '--version'].includes(first)) process.stdout.write(`${suiteVersion()}\n`)
  else {
    const { checkArguments } = await import('./usage.ts')
    checkArguments(argv)
    const { buildProgram } = await import('./program.ts')
    await buildProgram((code) => {
      process.exitCode = code
    }).parseAsync(argv, { from: 'user' })
  }
} catch (error) {
  process.exitCode = isHelp(error) ? 0 : await reportError(error)
}
