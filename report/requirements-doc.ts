/** The catalogues as one Markdown page, for vendors who want to know what is judged before they run anything. */
import type { Contract, Operation, Requirement } from '../model/contract.ts'
import type { Observable, Statement } from '../model/statement.ts'
import { operationsOf } from './operations.ts'
import { sourceText } from './source-text.ts'

/** One contract as the page shows it. */
export interface DocumentedContract {
  contract: Contract
  catalogue: Requirement[]
  statements: readonly Statement[]
  /** What a run has to be given beside the credential, in words, by requirement id. */
  needs: ReadonlyMap<string, string[]>
  /** The credential without which nothing of the contract is judged. */
  credential: string
}

const INTRODUCTION = `# Requirements

<!-- Written by "npm run update" from the declarations in suites/; change those, not this. -->

What this suite judges, one promise a line. Every id is stable: a released one is never given to another
promise.

- **must**: a violation makes the target nonconformant. **should**: it is worth a warning.
- **also accepted** is what a target may do beside the obvious without losing the promise.
- **source** is the page that makes the promise, and how: *stated* in words, *shown* by an example, *entailed* by a
  stated sentence that would be false without it, or *inferred* from what the pages say elsewhere (never a must;
  [what that changed](levels.md)). **statements** are the sentences it rests on; they are listed at the end of each
  contract, with where to find them.
- **public** marks what only other public pages say: it has a verdict of its own
  ([why](decisions/tiers.md)).
- **needs** is what a run has to be given beside the first credential. Without it the requirement is reported
  as untested, with the same words.`

const SHOWS: Record<Observable, string> = {
  yes: 'yes',
  fixture: 'with a further key or id',
  partly: 'partly',
  no: 'no',
}

/** Writes the whole page. */
export function requirementsDocument(contracts: DocumentedContract[]): string {
  return `${[INTRODUCTION, ...contracts.map(contractSection)].join('\n\n')}\n`
}

function contractSection(documented: DocumentedContract): string {
  const { contract, catalogue, credential } = documented
  const observable = catalogue.filter(({ unobservable }) => unobservable === undefined)
  const musts = observable.filter(({ level }) => level === 'must').length
  return [
    `## ${contract}`,
    `${observable.length} requirements that HTTP can show, ${musts} of them musts; ${catalogue.length - observable.length} that it cannot. Nothing is judged without \`${credential}\`.`,
    ...operationsOf(catalogue).map((operation) => operationSection(documented, operation)),
    `### Statements of ${contract}`,
    statementTable(documented),
  ].join('\n\n')
}

function operationSection(documented: DocumentedContract, operation: Operation): string {
  const { catalogue, needs } = documented
  const own = catalogue.filter((requirement) => requirement.operation === operation)
  const observable = own.filter(({ unobservable }) => unobservable === undefined)
  const hidden = own.filter(({ unobservable }) => unobservable !== undefined)
  const parts = [
    `### ${operation}`,
    table(
      ['id', 'level', 'promise', 'also accepted', 'source', 'statements', 'needs'],
      observable.map((requirement) => [
        `\`${requirement.id}\``,
        requirement.tier === 'public' ? `${requirement.level}, public` : requirement.level,
        requirement.title,
        requirement.accepts ?? '',
        sourceText(requirement),
        requirement.source.statements.join(' '),
        (needs.get(requirement.id) ?? []).map(code).join(', '),
      ]),
    ),
  ]
  if (hidden.length > 0) {
    parts.push(
      'What HTTP cannot show, and what is therefore never judged:',
      table(
        ['id', 'promise', 'why it cannot be seen', 'source', 'statements'],
        hidden.map((requirement) => [
          `\`${requirement.id}\``,
          requirement.title,
          requirement.unobservable ?? '',
          sourceText(requirement),
          requirement.source.statements.join(' '),
        ]),
      ),
    )
  }
  return parts.join('\n\n')
}

function statementTable({ catalogue, statements }: DocumentedContract): string {
  const coveredBy = (id: string): string =>
    catalogue
      .filter(({ source }) => source.statements.includes(id))
      .map((requirement) => `\`${requirement.id}\``)
      .join(' ')
  return table(
    ['id', 'page', 'kind', 'what it says', 'HTTP shows it', 'judged by'],
    statements.map(({ id, page, kind, text, observable, excluded }) => [
      id,
      page.url === undefined ? page.name : `[${page.name}](${page.url})`,
      kind,
      text,
      SHOWS[observable],
      excluded === undefined ? coveredBy(id) : `nothing: ${excluded}`,
    ]),
  )
}

function code(text: string): string {
  return text.replace(/[A-Z_]+_[A-Z_]+|SAFETY=[a-z-]+/g, (name) => `\`${name}\``)
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
