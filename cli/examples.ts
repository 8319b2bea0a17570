/** Examples that stand at the end of each command's help. */
import type { Command } from 'commander'

/** A command line and what it does. */
export type Example = readonly [line: string, says: string]

/** Puts examples below the help of a command. */
export function addExamples(command: Command, examples: readonly Example[]): Command {
  const lines = examples.flatMap(([line, says]) => [`  # ${says}`, `  ${line}`])
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}
