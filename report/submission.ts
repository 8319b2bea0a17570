/** The page of a submission: what it is about, how to check it, and how to repeat the run. */
import type { Report } from '../model/report.ts'
import { verdictText } from './describe.ts'
import { code, prose } from './markdown/escape.ts'
import { profileTable } from './markdown/sections.ts'
import { provenanceEntries } from './provenance.ts'

/** A file of a submission. */
export interface SubmittedFile {
  name: string
  /** SHA-256, hexadecimal. */
  digest: string
}

/** Settings that have the same value on every target are left out of a command. */
const NOT_REPEATED = new Set(['RECORDED_BODY_CHARS', 'SHOW_PEOPLE'])

/** The page, in Markdown. @param isAttested whether an attestation is among the files */
export function submissionPage(report: Report, files: readonly SubmittedFile[], isAttested: boolean): string {
  const { target } = report
  const name = target.name ?? (target.embedded ? 'the embedded reference' : target.baseUrl)
  const { judged, observable } = report.summary.coverage
  return `${[
    `# Users API conformance: ${code([name, target.version].filter((word) => word !== undefined).join(' '))}`,
    `**${prose(verdictText(report))}**, ${judged} of ${observable} observable requirements judged. The whole report is \`report.html\`.`,
    ...profileTable(report),
    '## Where it comes from',
    [
      '| what | |',
      '|:--|:--|',
      ...provenanceEntries(report).map(([what, value]) => `| ${what} | ${inCell(value)} |`),
    ].join('\n'),
    '## How to check it',
    'Without the target, and without believing whoever sends it:',
    ['```sh', ...checkLines(report, isAttested), '```'].join('\n'),
    isAttested
      ? 'The first command says who signed, if `attestation.pub` is the key that the sender has given to you in another way than with this report.'
      : 'Nobody has signed this submission: that its verdicts follow from its traffic says nothing of whose traffic it is.',
    '## How to repeat it',
    ['```sh', ...repeatLines(report), '```'].join('\n'),
    '## Files',
    [
      '| file | SHA-256 |',
      '|:--|:--|',
      ...files.map((file) => `| ${inCell(file.name)} | ${code(file.digest)} |`),
    ].join('\n'),
  ].join('\n\n')}\n`
}

function inCell(text: string): string {
  return code(text, 600).replaceAll('|', '\\|')
}

function checkLines({ suite }: Report, isAttested: boolean): string[] {
  const signed = isAttested ? ' --attestation attestation.intoto.json --key attestation.pub' : ''
  return [`npx users-api-conformance@${word(suite.version)} verify .${signed}`]
}

/** Values come from the configuration that was checked once; what is no plain word is not repeated. */
function repeatLines({ suite, target, contracts, provenance, shard, partial, run }: Report): string[] {
  const settings = Object.entries(provenance?.settings ?? {}).filter(([name]) => !NOT_REPEATED.has(name))
  const assigned = settings.map(([name, value]) => `export ${word(name)}=${word(value)}`)
  const given = (provenance?.given ?? []).map((name) => `export ${word(name)}=...`)
  const set = provenance?.requirements.set
  return [
    ...(target.embedded ? [] : ['export BASE_URL=...', `export CONTRACTS=${contracts.map(word).join(',')}`]),
    ...given,
    ...(run.seed === undefined ? [] : [`export SEED=${word(run.seed)}`]),
    ...(target.embedded ? assigned.filter((line) => !line.includes('CONSISTENCY_MS')) : assigned),
    ...(partial === undefined && shard === undefined
      ? []
      : ['# Only a part of the requirements was asked for.']),
    `npx users-api-conformance@${word(suite.version)} run${set === undefined ? '' : ` --set ${word(set)}`}`,
  ]
}

/** A word that means nothing to a shell; dots stand for everything else. */
function word(text: string): string {
  return /^[\w.,:@/+-]{1,200}$/.test(text) ? text : '...'
}
