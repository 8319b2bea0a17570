/** `earl.jsonld`: the W3C's Evaluation and Report Language as JSON-LD, one assertion for each requirement. */
import { cut } from '../../helpers/text/printable.ts'
import type { Report, RequirementResult } from '../../model/report.ts'

const MAX_TEXT = 1_000

/** Under which the requirements have names that are the same in every report. */
const REQUIREMENTS = 'https://users-api-conformance.example/requirements/'

const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  doap: 'http://usefulinc.com/ns/doap#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  requirement: REQUIREMENTS,
  date: { '@id': 'dct:date', '@type': 'xsd:dateTime' },
  outcome: { '@id': 'earl:outcome', '@type': '@id' },
  assertedBy: { '@id': 'earl:assertedBy', '@type': '@id' },
  subject: { '@id': 'earl:subject', '@type': '@id' },
  mode: { '@id': 'earl:mode', '@type': '@id' },
  test: 'earl:test',
  result: 'earl:result',
  info: 'earl:info',
  title: 'dct:title',
  description: 'dct:description',
}

/** A warning passes, with its reason as information: no must is violated. What was not settled never passes. */
export function earlReport(report: Report): string {
  const { suite, target, run } = report
  const assertor = {
    '@id': '_:assertor',
    '@type': ['earl:Assertor', 'earl:Software'],
    title: suite.name,
    'doap:release': { 'doap:revision': suite.version },
  }
  const subject = {
    '@id': '_:subject',
    '@type': ['earl:TestSubject', 'earl:Software'],
    title: target.name ?? (target.embedded ? 'the embedded reference' : target.baseUrl),
    description: `${report.verdict}; run ${run.id} against ${target.baseUrl}`,
    ...(target.version === undefined ? {} : { 'doap:release': { 'doap:revision': target.version } }),
  }
  const date = run.endedAt ?? run.startedAt
  const graph = [assertor, subject, ...report.requirements.map((result) => assertionOf(result, date))]
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 1)}\n`
}

function assertionOf(result: RequirementResult, date: string): object {
  const { id, title, level, operation, reason, verdict } = result
  const info = [verdict === 'warning' ? 'warning' : '', reason ?? ''].filter((text) => text !== '').join(': ')
  return {
    '@type': 'earl:Assertion',
    assertedBy: '_:assertor',
    subject: '_:subject',
    mode: 'earl:automatic',
    test: {
      '@id': `requirement:${id}`,
      '@type': 'earl:TestRequirement',
      title: `${id} (${level}, ${operation})`,
      description: title,
    },
    result: {
      '@type': 'earl:TestResult',
      outcome: `earl:${outcomeOf(result)}`,
      date,
      ...(info === '' ? {} : { info: cut(info, MAX_TEXT) }),
    },
  }
}

function outcomeOf({ verdict, notApplicable }: RequirementResult): string {
  if (notApplicable !== undefined) return 'inapplicable'
  if (verdict === 'failed') return 'failed'
  if (verdict === 'inconclusive') return 'cantTell'
  return verdict === 'untested' ? 'untested' : 'passed'
}
