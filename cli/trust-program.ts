/** The commands for reports that go to somebody else: what signs and collects them. */
import type { Command } from 'commander'
import { addExamples, type Example } from './examples.ts'

const NAME = 'users-api-conformance'

/** Takes the exit code of a command. */
type Exit = (code: number) => void

/** Adds the commands, which throw their errors. */
export function addTrustCommands(program: Command, exit: Exit): void {
  attestCommand(program, exit)
  keygenCommand(program, exit)
  submissionCommand(program, exit)
  indexCommand(program, exit)
}

function add(program: Command, name: string, says: string, examples: readonly Example[]): Command {
  return addExamples(program.command(name).description(says), examples)
}

function attestCommand(program: Command, exit: Exit): void {
  add(program, 'attest', 'Signs what a report says: a DSSE envelope with an in-toto statement, by Ed25519.', [
    [
      `${NAME} attest reports/latest --key attestation.key`,
      'writes attestation.intoto.json beside the report',
    ],
    [`${NAME} attest reports/latest --statement`, 'prints what would be signed, for a signing service'],
  ])
    .argument('<report>', 'report.json, or the directory that holds it')
    .option('--key <file>', 'private Ed25519 key as PEM; without it ATTESTATION_KEY of the environment')
    .option('--output <file>', 'where to write it (default: attestation.intoto.json beside the report)')
    .option('--url <address>', 'where the run can be looked at, e.g. that of the CI job')
    .option('--statement', 'print the statement, and sign nothing')
    .action(async (report, options) =>
      exit(await (await import('./commands/attest.ts')).attestCommand(report, options)),
    )
}

function keygenCommand(program: Command, exit: Exit): void {
  add(program, 'keygen', 'Writes a pair of Ed25519 keys: one that signs, one for whoever checks.', [
    [`${NAME} keygen --output keys`, 'attestation.key and attestation.pub'],
  ])
    .option('--output <directory>', 'receives attestation.key and attestation.pub', '.')
    .action(async (options) => exit(await (await import('./commands/keygen.ts')).keygenCommand(options)))
}

function submissionCommand(program: Command, exit: Exit): void {
  const says =
    'Collects what somebody else needs to check a report: report, traffic, attestation, badges, and a page.'
  add(program, 'submission', says, [
    [
      `${NAME} submission reports/latest --output submissions/acme`,
      'README.md there says how to check and repeat',
    ],
  ])
    .argument('<directory>', 'directory of the report')
    .option('--output <directory>', 'receives the submission', 'reports/submission')
    .action(async (directory, options) =>
      exit(await (await import('./commands/submission.ts')).submissionCommand(directory, options)),
    )
}

function indexCommand(program: Command, exit: Exit): void {
  const says =
    'Makes a results page of submissions: implementations by profiles. Refuses reports that contradict themselves.'
  add(program, 'index', says, [
    [`${NAME} index submissions/*`, 'writes index.html and results.json into results'],
    [`${NAME} index submissions/* --check`, 'exit 1 when the page does not agree with the reports'],
  ])
    .argument('<directories...>', 'directories of submissions or reports')
    .option('--output <directory>', 'receives index.html and results.json', 'results')
    .option('--check', 'write nothing: hold what is there against the reports')
    .action(async (directories, options) =>
      exit(await (await import('./commands/index-page.ts')).indexCommand(directories, options)),
    )
}
