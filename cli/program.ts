/** The commands with their flags and help. What a command does is loaded when it is called. */
import { Command, Option } from 'commander'
import { suiteVersion } from '../helpers/text/package-root.ts'
import { addExamples, type Example } from './examples.ts'
import { addVariableFlags, applyVariableFlags, credentialsHelp } from './flags.ts'
import { addTrustCommands } from './trust-program.ts'

const NAME = 'users-api-conformance'

/** Takes the exit code of a command. */
export type Exit = (code: number) => void

/** All commands. Errors are thrown, never printed, by what comes back. */
export function buildProgram(exit: Exit): Command {
  const program = new Command(NAME)
    .description(
      'Judges an implementation of /v3/users and /api/v1/users against their documents and writes a report. Credentials come from the environment or a .env file, never from flags.',
    )
    .version(suiteVersion(), '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', EXIT_CODES)
  addExamples(program, [
    [NAME, 'judge the reference implementation that comes with the suite'],
    [`API_KEY=... ${NAME} --base-url https://staging.example.com`, 'judge another implementation'],
    [`${NAME} run --help`, 'see every flag'],
  ])
  for (const add of [runCommand, planCommand, doctorCommand, serveCommand, requirementsCommand])
    add(program, exit)
  for (const add of [compareCommand, verifyCommand, rerunCommand, mergeCommand, cleanupCommand, proveCommand])
    add(program, exit)
  addTrustCommands(program, exit)
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: () => undefined })
    command.showSuggestionAfterError(true)
  }
  return program
}

const EXIT_CODES = `
Exit codes: 0 conformant, 1 nonconformant, 2 configuration, usage, build or an error of our own,
3 not settled (something could not be judged, or was not tried).`

function command(
  program: Command,
  name: string,
  says: string,
  examples: Example[],
  isDefault = false,
): Command {
  return addExamples(program.command(name, { isDefault }).description(says), examples)
}

/** A flag that may be repeated, and may hold several values divided by commas. */
function patternOption(flag: string, says: string): Option {
  return new Option(`${flag} <pattern>`, says)
    .default([] as string[], 'none')
    .argParser((value: string, all: string[]) => [...all, value])
}

function setOption(): Option {
  return new Option(
    '--set <year-month>',
    'score what a frozen set has, e.g. 2026-11; the rest is tried all the same',
  )
}

function runCommand(program: Command, exit: Exit): void {
  const says = 'Judges the configured target and writes the report. The default command.'
  const run = command(
    program,
    'run',
    says,
    [
      [`${NAME}`, 'the embedded reference'],
      [`${NAME} --base-url https://staging.example.com --contracts v3`, 'another target; API_KEY is set'],
      [`${NAME} --only 'v3.remove.*' --only 'GET /v3/users'`, 'a part of the requirements'],
      [`${NAME} --baseline known.json --fail-on warning`, 'a strict gate that tolerates what is known'],
      [`${NAME} --baseline known.json --update-baseline`, 'write down what is known'],
      [`${NAME} --shard 1/3 --report-dir reports/1`, 'one of three machines; see merge'],
    ],
    true,
  )
  addVariableFlags(run)
    .addHelpText('after', credentialsHelp())
    .addOption(patternOption('--only', 'judge only these: id, operation or contract, * for any characters'))
    .addOption(patternOption('--skip', 'leave these out, in the same spelling'))
    .option('--update-baseline', 'write the file of --baseline from what the run finds')
    .option('--shard <part/parts>', 'judge one part of the requirements, e.g. 1/3')
    .addOption(setOption())
    .option(
      '--embedded',
      'judge the reference that comes with the suite, whatever the environment says of a target',
    )
    .option('--plan', 'print what would be done, and do nothing')
    .option('--verbose', 'fold nothing in the summary')
    .option('--quiet', 'no progress, and of the summary only its end')
    .option(
      '--format <name>',
      'text, or json: the report itself on standard output, all else on the other stream',
      'text',
    )
    .option('--open', 'open the page of the report in the end')
    .action(async (options) => {
      applyVariableFlags(options)
      if (options.plan) return exit(await (await import('./commands/plan.ts')).planCommand(options))
      exit(await (await import('./commands/run.ts')).runCommand(options))
    })
}

/** What a plan has no use for: it writes no report and judges nothing. */
const OF_THE_REPORT = [
  'REPORT_DIR',
  'JOURNAL_DIR',
  'SHOW_PEOPLE',
  'ALLOW_INCOMPLETE',
  'FAIL_ON',
  'BASELINE',
  'RECORDED_BODY_CHARS',
  'MAX_KEPT_BYTES',
] as const

function planCommand(program: Command, exit: Exit): void {
  const plan = command(
    program,
    'plan',
    'Prints what a run would do, without a request unless told to look.',
    [
      [`${NAME} plan --base-url https://staging.example.com`, 'what would be sent to a target'],
      [`${NAME} plan --safety read-only`, 'what stays untested under another safety'],
    ],
  )
  addVariableFlags(plan, { unused: OF_THE_REPORT })
    .addHelpText('after', credentialsHelp())
    .option('--embedded', 'plan for the reference that comes with the suite')
    .option('--look', 'read the lists of the target, to name whose removal SAFETY=full asks for')
    .addOption(patternOption('--only', 'plan only these: id, operation or contract, * for any characters'))
    .addOption(patternOption('--skip', 'leave these out, in the same spelling'))
    .action(async (options) => {
      applyVariableFlags(options)
      exit(await (await import('./commands/plan.ts')).planCommand(options))
    })
}

function doctorCommand(program: Command, exit: Exit): void {
  const doctor = command(
    program,
    'doctor',
    'Says what each variable of the configuration is, seen at the target without a change to anybody.',
    [
      [`${NAME} doctor --base-url https://staging.example.com`, 'before the first run; API_KEY is set'],
      [`${NAME} doctor --safety read-only`, 'by reads alone'],
      [`${NAME} doctor --format json`, 'for programs'],
    ],
  )
  addVariableFlags(doctor, { unused: OF_THE_REPORT })
    .addHelpText('after', credentialsHelp())
    .option('--embedded', 'examine the reference that comes with the suite')
    .option('--format <name>', 'text or json', 'text')
    .action(async (options) => {
      applyVariableFlags(options)
      exit(await (await import('./commands/doctor.ts')).doctorCommand(options))
    })
}

function serveCommand(program: Command, exit: Exit): void {
  command(program, 'serve', 'Starts the reference implementation alone, until it is interrupted.', [
    [`${NAME} serve --port 4010 > reference.env`, 'and in another shell: source reference.env'],
    [`${NAME} serve --fault v3-list-drops-last`, 'with a deliberate fault, to see a failing report'],
    [`${NAME} serve --list-faults`, 'all faults'],
  ])
    .option('--port <number>', 'port to listen on; 0: any free one', '0')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(patternOption('--fault', 'commit this fault; may be repeated'))
    .option('--variant <name>', 'take this honest freedom')
    .option('--limits', 'enforce the documented rate limits of v3')
    .option('--users <number>', 'how many users there are beside the seeded ones', '0')
    .option('--delay <milliseconds>', 'hold every answer back', '0')
    .option('--prefix <path>', 'path in front of every operation')
    .option('--list-faults', 'list the faults and end')
    .option('--list-variants', 'list the honest variants and end')
    .action(async (options) => exit(await (await import('./commands/serve.ts')).serveCommand(options)))
}

function requirementsCommand(program: Command, exit: Exit): void {
  command(program, 'requirements', 'Prints the catalogue: every requirement, its level and its promise.', [
    [`${NAME} requirements`, 'all of them'],
    [`${NAME} requirements --contracts v3 --markdown`, 'one contract, as a document'],
    [`${NAME} requirements --json`, 'for programs'],
  ])
    .option('--contracts <names>', 'v3, v1 or v3,v1', 'v3,v1')
    .option('--json', 'as JSON')
    .option('--markdown', 'as Markdown')
    .action(async (options) =>
      exit(await (await import('./commands/requirements.ts')).requirementsCommand(options)),
    )
}

function compareCommand(program: Command, exit: Exit): void {
  command(program, 'compare', 'Holds reports against each other, requirement by requirement.', [
    [`${NAME} compare old/report.json new/report.json`, 'what has changed, newest regressions first'],
    [`${NAME} compare --gate old new`, 'exit 1 when something that passed in the first fails in the last'],
  ])
    .argument('<reports...>', 'report.json files, or the directories that hold them, oldest first')
    .option('--gate', 'let the exit code tell whether the last is worse than the first')
    .option(
      '--allow-incomplete',
      'with --gate: tolerate what passed in the first and was not judged in the last',
    )
    .option('--all', 'show requirements without a difference too')
    .option('--output <directory>', 'receives compare.md, compare.html and compare.json', 'reports/compare')
    .action(async (reports, options) =>
      exit(await (await import('./commands/compare.ts')).compareCommand(reports, options)),
    )
}

function verifyCommand(program: Command, exit: Exit): void {
  command(
    program,
    'verify',
    'Checks a report that somebody hands on, without the target: whether it agrees with itself, and whether its verdicts follow from its recorded traffic.',
    [[`${NAME} verify reports/latest`, 'exit 1 names every place that does not fit']],
  )
    .argument('<report>', 'report.json, or the directory that holds it, with traffic.har beside it')
    .option('--attestation <file>', 'also check who signed: the attestation')
    .option('--key <file>', 'and the public key of whoever is expected to have signed it')
    .action(async (report, options) =>
      exit(await (await import('./commands/verify.ts')).verifyCommand(report, options)),
    )
}

function rerunCommand(program: Command, exit: Exit): void {
  const rerun = command(
    program,
    'rerun',
    'Judges one requirement of a report again at the target, with what it needs and nothing else, and compares.',
    [
      [
        `${NAME} rerun reports/latest v3.remove.sandbox-no-effect`,
        'target, safety and seed of the report; the credentials are set as for the run',
      ],
    ],
  )
  rerun.argument('<report>', 'report.json, or the directory that holds it').argument('<id>', 'a requirement')
  addVariableFlags(rerun, { unused: OF_THE_REPORT.filter((name) => name !== 'JOURNAL_DIR') })
    .addHelpText('after', credentialsHelp())
    .action(async (report, id, options) => {
      applyVariableFlags(options)
      exit(await (await import('./commands/rerun.ts')).rerunCommand(report, id))
    })
}

function mergeCommand(program: Command, exit: Exit): void {
  const merge = command(program, 'merge', 'Puts the reports of all shards of a run together.', [
    [`${NAME} merge shards/*/report.json`, 'write the report that one run would have given'],
  ])
  merge.argument('<reports...>', 'report.json files, or the directories that hold them')
  addVariableFlags(merge, { names: ['REPORT_DIR', 'ALLOW_INCOMPLETE', 'FAIL_ON', 'BASELINE'] })
    .option('--update-baseline', 'write the file of --baseline from what the run found')
    .addOption(setOption())
    .action(async (reports, options) => {
      applyVariableFlags(options)
      exit(await (await import('./commands/merge.ts')).mergeCommand(reports, options))
    })
}

/** What a clean-up has no use for: it judges nothing. */
const OF_JUDGING = [
  ...OF_THE_REPORT.filter((name) => name !== 'JOURNAL_DIR'),
  'EMAIL_DOMAIN',
  'DEVELOPER_EMAIL',
  'SELF_USER_ID',
  'SELF_EMAIL',
  'SELF_CONFIRMED',
  'OWNER_COUNTS_AS_ADMIN',
  'INVITATIONS',
] as const

function cleanupCommand(program: Command, exit: Exit): void {
  const cleanup = command(
    program,
    'cleanup',
    'Removes the users that runs which were killed left on the target.',
    [[`${NAME} cleanup`, 'with the BASE_URL and credentials of the run']],
  )
  addVariableFlags(cleanup, { unused: OF_JUDGING })
    .addHelpText('after', credentialsHelp())
    .option('--forget <run>', 'drop what the journal of this run names, without a request')
    .action(async (options) => {
      applyVariableFlags(options)
      exit(await (await import('./commands/cleanup.ts')).cleanupCommand(options))
    })
}

function proveCommand(program: Command, exit: Exit): void {
  const prove = command(
    program,
    'prove',
    'Shows that every check can fail, and that no honest freedom is accused.',
    [
      [`${NAME} prove`, 'every fault and every variant'],
      [`${NAME} prove v3-list-keeps-removed`, 'one of them'],
    ],
  )
  prove.argument('[names...]', 'faults, forms and variants; none: all faults and variants')
  addVariableFlags(prove, { names: ['REPORT_DIR'] })
    .option('--forms', 'try the forms instead, which need not be caught yet')
    .addOption(
      new Option('--thorough <depth>', 'how deep every run goes').choices(['small', 'medium', 'large']),
    )
    .option('--seed <word>', 'draw other data and another order than usual')
    .action(async (names, options) => {
      applyVariableFlags(options)
      exit(await (await import('./commands/prove.ts')).proveCommand(names, options))
    })
}
