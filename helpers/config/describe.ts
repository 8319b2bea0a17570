/** Renders the table of variables for people: `.env.example` and the page about configuration. */
import { GROUPS, type Group, VARIABLES, type Variable } from './variables.ts'

const LINE_WIDTH = 100

/** The text of `.env.example`: every variable, explained, and commented out so that a copy changes nothing. */
export function environmentExample(): string {
  const head = comment(
    'Copy this file to .env and take the # away from the lines you need. Variables of the environment win over ' +
      'those of the file; an empty value counts as unset. Put a value that contains # into quotation marks. ' +
      'Never commit the copy.',
  )
  const groups = (Object.keys(GROUPS) as Group[]).map((group) => {
    const entries = VARIABLES.filter((variable: Variable) => variable.group === group).map(exampleEntry)
    return [`# ${`--- ${GROUPS[group]} `.padEnd(LINE_WIDTH - 2, '-')}`, ...entries].join('\n\n')
  })
  return `${[head, ...groups].join('\n\n')}\n`
}

/** The table of all variables in Markdown. */
export function configurationTable(): string {
  const rows = VARIABLES.map((variable: Variable) => {
    const unset = variable.default === undefined ? (variable.otherwise ?? 'none') : `\`${variable.default}\``
    return `| \`${variable.name}\` | ${cell(meaningOf(variable))} | ${cell(unset)} |`
  })
  return ['| variable | meaning | default |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The page about configuration: where variables are read from, and what each of them is for. */
export function configurationPage(): string {
  return `# Configuration

Read from the environment and from \`.env\`, where the environment wins; an empty value counts as unset. The same stands
in \`.env.example\`, ready to be copied. Flags of \`run\` mirror the variables that are no secrets.

${configurationTable()}

Beside these, \`HTTP_PROXY\`, \`HTTPS_PROXY\` and \`NO_PROXY\` count as they do elsewhere, in either case of letters; what
listens on this machine alone is always reached without a proxy. \`CA_CERT\` adds to the authorities that Node.js trusts,
those of \`NODE_EXTRA_CA_CERTS\` included.
`
}

function exampleEntry(variable: Variable): string {
  const lines = [comment(meaningOf(variable))]
  if (variable.otherwise !== undefined) lines.push(comment(`Unset: ${variable.otherwise}.`))
  return [...lines, `#${variable.name}=${variable.default ?? ''}`].join('\n')
}

function meaningOf({ meaning, range, secret }: Variable): string {
  const limits = range === undefined ? '' : ` From ${range[0]} to ${range[1]}.`
  return `${meaning}${limits}${secret ? ' Secret.' : ''}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function comment(text: string): string {
  const lines: string[] = []
  let line = '#'
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > LINE_WIDTH) {
      lines.push(line)
      line = '#'
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}
