import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../model/contract.ts'
import type { Report } from '../../model/report.ts'
import { submissionPage } from '../submission.ts'
import { reportOf } from '../testing/report.ts'
import { resultsHtml } from './html.ts'
import { disagreements, profilesBy, resultsOf, type Submitted } from './results.ts'

const HOSTILE = '"><img src=x onerror=alert(1)>'
const PROFILES = [
  { name: 'v3-full', has: () => true },
  { name: 'v3-read', has: ({ id }: { id: string }) => id.startsWith('v3.list.') },
]

function submitted(name: string, verdict: Verdict, change: Partial<Report> = {}): Submitted {
  const plain = reportOf({ 'v3.list.a': verdict, 'v3.invite.b': 'passed' }, change)
  const report = { ...plain, target: { ...plain.target, name, version: '1.0' } }
  return {
    report: { ...report, profiles: profilesBy(report, PROFILES) },
    digest: `${name}-digest`,
    isAttested: false,
  }
}

describe('results', () => {
  test('are rows of implementations by name and columns of profiles', () => {
    const results = resultsOf([submitted('beta', 'failed'), submitted('alpha', 'passed')])
    expect(results.profiles).toEqual(['v3-full', 'v3-read'])
    expect(results.rows.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['alpha', 'conformant'],
      ['beta', 'nonconformant'],
    ])
    expect(results.rows[1]?.profiles[1]).toMatchObject({ name: 'v3-read', verdict: 'nonconformant' })
  })

  test('are the same page for the same reports, in whatever order they come', () => {
    const rows = [submitted('alpha', 'passed'), submitted('beta', 'failed'), submitted('alpha', 'untested')]
    expect(resultsHtml(resultsOf(rows.toReversed())).length).toBe(resultsHtml(resultsOf(rows)).length)
  })

  test('show nothing of a report as markup', () => {
    const hostile = { ...submitted(HOSTILE, 'passed'), page: `${encodeURIComponent(HOSTILE)}/report.html` }
    hostile.report.suite = { name: HOSTILE, version: HOSTILE }
    const page = resultsHtml(resultsOf([hostile]))
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img')
  })

  test.each<[string, (report: Report) => void, RegExp]>([
    [
      'a verdict',
      (report) => Object.assign(report, { verdict: 'conformant' }),
      /^verdict is "conformant", and "nonconformant" follows/,
    ],
    ['a sum', (report) => Object.assign(report.summary.coverage, { judged: 9 }), /^coverage is \[9,2\]/],
    [
      'a profile',
      (report) => Object.assign(report.profiles?.[1] ?? {}, { verdict: 'conformant' }),
      /^v3-read: verdict/,
    ],
  ])('name %s that does not follow from the requirements', (_, edit, expected) => {
    const { report } = submitted('alpha', 'failed')
    const profiles = profilesBy(report, PROFILES)
    expect(disagreements(report, profiles)).toEqual([])
    edit(report)
    expect(disagreements(report, profiles)[0]).toMatch(expected)
  })
})

describe('the page of a submission', () => {
  test('says how to check and to repeat, in words that a shell cannot misread', () => {
    const { report } = submitted('alpha', 'passed', {
      provenance: {
        node: 'v20',
        requirements: { digest: `sha256:${'0a'.repeat(32)}`, count: 2, set: '2026-11' },
        settings: { SAFETY: 'disposable', INVITATIONS: '$(reboot)' },
        given: ['API_KEY', 'a; reboot'],
      },
    })
    const page = submissionPage(report, [{ name: 'report.json', digest: '0b' }], true)
    expect(page).toContain('verify . --attestation attestation.intoto.json --key attestation.pub')
    const commands = page.slice(page.indexOf('## How to repeat it'), page.indexOf('## Files'))
    expect(commands).toContain('export SAFETY=disposable\nexport INVITATIONS=...\n')
    expect(commands).toContain('export API_KEY=...\n')
    expect(commands).toContain('npx users-api-conformance@0.1.0 run --set 2026-11')
    expect(commands).not.toContain('reboot')
    expect(submissionPage(report, [], false)).toContain('Nobody has signed this submission')
  })
})
