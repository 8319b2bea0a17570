/** The removals that must be refused are asked for in earnest only where everything before speaks for it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { judged } from './targets/judged.ts'

const BROKEN_SANDBOX = 'v3-remove-sandbox-is-real'
const NO_SELF_GUARD = 'v3-remove-self-allowed'
const NO_ADMIN_GUARD = 'v3-remove-last-admin-allowed'
const SELF_IN_SANDBOX_ONLY = 'v3-remove-self-allowed-for-real'
const ADMIN_IN_SANDBOX_ONLY = 'v3-remove-last-admin-allowed-for-real'

type Outcome = {
  /** Verdicts of self-rejected and last-admin-rejected. */
  verdicts: [string, string]
  /** How often the removal of oneself, and of the last admin, was asked for in earnest: refused once, in two forms more. */
  inEarnest: [number, number]
  /** Whether the caller and the last admin are still there. */
  kept: [boolean, boolean]
  /** What the reasons have to say. */
  reason?: RegExp
}

/** What the report says where a simulated success is as far as it may go. */
const SIMULATED = /needs SAFETY=full: stopped at rung 2, where the simulated removal/

const rows: [name: string, faults: string[], safety: 'disposable' | 'full', outcome: Outcome][] = [
  ['an honest target', [], 'full', { verdicts: ['passed', 'passed'], inEarnest: [3, 3], kept: [true, true] }],
  [
    'an honest target',
    [],
    'disposable',
    { verdicts: ['passed', 'passed'], inEarnest: [0, 0], kept: [true, true] },
  ],
  ...(['full', 'disposable'] as const).map((safety): (typeof rows)[number] => [
    'a broken sandbox',
    [BROKEN_SANDBOX],
    safety,
    {
      verdicts: ['inconclusive', 'inconclusive'],
      inEarnest: [0, 0],
      kept: [true, true],
      reason: /stopped at rung 1: a simulated removal had an effect/,
    },
  ]),
  ...[
    'v3-remove-sandbox-sets-role-developer',
    'v3-remove-sandbox-is-real-in-profile',
    'v3-remove-sandbox-body-dropped',
  ].map((fault): (typeof rows)[number] => [
    `a sandbox that is broken in its own way, ${fault}`,
    [fault, NO_SELF_GUARD, NO_ADMIN_GUARD],
    'full',
    {
      verdicts: ['inconclusive', 'inconclusive'],
      inEarnest: [0, 0],
      kept: [true, true],
      reason: /stopped at rung 1: a simulated removal had an effect/,
    },
  ]),
  [
    'a sandbox that is broken for members alone, of whom the run has none',
    ['v3-remove-sandbox-is-real-for-members', NO_SELF_GUARD, NO_ADMIN_GUARD],
    'disposable',
    {
      verdicts: ['inconclusive', 'failed'],
      inEarnest: [0, 0],
      kept: [true, false],
      reason: /stopped at rung 2: the simulated removal of the last admin had an effect/,
    },
  ],
  [
    'no guard for oneself, seen in sandbox as a simulated success',
    [NO_SELF_GUARD],
    'full',
    {
      verdicts: ['failed', 'passed'],
      inEarnest: [1, 3],
      kept: [false, true],
      reason: /the user as before, asked for in earnest, got no such user/,
    },
  ],
  [
    'no guard for oneself',
    [NO_SELF_GUARD],
    'disposable',
    { verdicts: ['untested', 'passed'], inEarnest: [0, 0], kept: [true, true], reason: SIMULATED },
  ],
  [
    'no guard for the last admin',
    [NO_ADMIN_GUARD],
    'full',
    {
      verdicts: ['inconclusive', 'failed'],
      inEarnest: [0, 1],
      kept: [true, false],
      reason: /stopped at rung 3: the removal of the last admin/,
    },
  ],
  [
    'no guard for the last admin',
    [NO_ADMIN_GUARD],
    'disposable',
    { verdicts: ['passed', 'untested'], inEarnest: [0, 0], kept: [true, true], reason: SIMULATED },
  ],
  [
    'no guard at all',
    [NO_SELF_GUARD, NO_ADMIN_GUARD],
    'full',
    {
      verdicts: ['inconclusive', 'failed'],
      inEarnest: [0, 1],
      kept: [true, false],
      reason: /stopped at rung 3: the removal of the last admin/,
    },
  ],
  [
    'no guard at all',
    [NO_SELF_GUARD, NO_ADMIN_GUARD],
    'disposable',
    { verdicts: ['untested', 'untested'], inEarnest: [0, 0], kept: [true, true], reason: SIMULATED },
  ],
  [
    'guards in sandbox only',
    [SELF_IN_SANDBOX_ONLY, ADMIN_IN_SANDBOX_ONLY],
    'full',
    {
      verdicts: ['inconclusive', 'failed'],
      inEarnest: [0, 1],
      kept: [true, false],
      reason: /stopped at rung 3/,
    },
  ],
  [
    'guards in sandbox only',
    [SELF_IN_SANDBOX_ONLY, ADMIN_IN_SANDBOX_ONLY],
    'disposable',
    { verdicts: ['passed', 'passed'], inEarnest: [0, 0], kept: [true, true] },
  ],
  ...(['full', 'disposable'] as const).map((safety): (typeof rows)[number] => [
    'everything missing at once',
    [BROKEN_SANDBOX, NO_SELF_GUARD, NO_ADMIN_GUARD],
    safety,
    {
      verdicts: ['inconclusive', 'inconclusive'],
      inEarnest: [0, 0],
      kept: [true, true],
      reason: /stopped at rung 1/,
    },
  ]),
]

const references: Reference[] = []
let reports: Report[] = []
let lastAdmins: (string | undefined)[] = []

beforeAll(async () => {
  references.push(...(await Promise.all(rows.map(([, faults]) => startReference({ faults })))))
  lastAdmins = references.map(
    (reference) => reference.v3.users().find(({ email }) => email === 'petra.admin@brand.example')?.id,
  )
  const targets = rows.map(([, , SAFETY], index): [string, Record<string, string>] => [
    `row ${index}`,
    {
      ...references[index]?.environment,
      CONTRACTS: 'v3',
      SAFETY,
      SELF_CONFIRMED: references[index]?.environment.SELF_EMAIL ?? '',
    },
  ])
  const found = await judged(Object.fromEntries(targets))
  reports = targets.flatMap(([name]) => found[name] ?? [])
}, 60_000)

afterAll(async () => {
  for (const reference of references) await reference.close()
})

/** How often a removal of this user was asked for without `sandbox: true`. */
function inEarnest(report: Report | undefined, id: string | undefined): number {
  return (report?.exchanges ?? []).filter(
    ({ request, caller }) =>
      caller === 'admin' &&
      request.method === 'DELETE' &&
      request.url.endsWith(`/${id}`) &&
      !request.body?.includes('"sandbox":true'),
  ).length
}

describe.each(
  rows.map(([name, faults, safety, outcome], index) => ({ name, faults, safety, outcome, index })),
)('$name, under $safety', ({ index, outcome }) => {
  test('is climbed as far as it is safe', () => {
    const [reference, report] = [references[index], reports[index]]
    const ids = [reference?.environment.SELF_USER_ID, lastAdmins[index]]
    const resultOf = (wanted: string) => report?.requirements.find(({ id }) => id === wanted)
    const results = ['v3.remove.self-rejected', 'v3.remove.last-admin-rejected'].map(resultOf)
    const kept = ['v3.remove.self-kept', 'v3.remove.last-admin-kept'].map(resultOf)
    expect(results.map((result) => result?.verdict)).toEqual(outcome.verdicts)
    expect(ids.map((id) => inEarnest(report, id))).toEqual(outcome.inEarnest)
    const users = new Set(reference?.v3.users().map(({ id }) => id))
    expect(ids.map((id) => users.has(id ?? ''))).toEqual(outcome.kept)
    const reasons = [...results, ...kept].map((result) => result?.reason)
    if (outcome.reason) expect(reasons.join('\n')).toMatch(outcome.reason)
  })
})
