import { expect, test } from 'vitest'
import type { Report } from '../model/report.ts'
import { failingReport, passingReport, unreachableReport } from '../tests/report/sample.ts'
import { badgeJson, badgeSvg, badgesOf } from './badge.ts'

const DIGEST = '3fa9c1d2'.repeat(8)
const ABOUT = 'suite 0.1.0, 2026-03-11, 3fa9c1d2'
const jsonOf = (report: Report) => JSON.parse(badgeJson(badgesOf(report, DIGEST).run))

test('is a shields endpoint that names version, day, what was judged, coverage and the digest of the report', () => {
  expect(jsonOf(passingReport())).toEqual({
    schemaVersion: 1,
    label: 'users API v3 + v1',
    message: `conformant 88/88, ${ABOUT}`,
    color: 'brightgreen',
  })
  expect(jsonOf(failingReport())).toMatchObject({ message: `nonconformant 82/88, ${ABOUT}`, color: 'red' })
  expect(jsonOf(unreachableReport())).toMatchObject({ message: `inconclusive 0/88, ${ABOUT}` })
})

test('is a picture that says the same', () => {
  const svg = badgeSvg(badgesOf(failingReport(), DIGEST).run)
  expect(svg).toContain(`<title>users API v3 + v1: nonconformant 82/88, ${ABOUT}</title>`)
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+/)
})

test('is grey and says so where only a part was asked for', () => {
  const partial = {
    ...passingReport(),
    verdict: 'incomplete' as const,
    partial: { selected: 3, observable: 88 },
  }
  expect(jsonOf(partial)).toMatchObject({ message: `partial 3 of 88, ${ABOUT}`, color: 'lightgrey' })
  const failing = { ...failingReport(), partial: { selected: 3, observable: 88 } }
  expect(jsonOf(failing)).toMatchObject({ color: 'red' })
})

test('is there for each profile', () => {
  const verdict = 'conformant' as const
  const profiles = [{ name: 'v3-core', verdict, coverage: { judged: 70, observable: 71 } }]
  const [badge] = badgesOf({ ...passingReport(), profiles }, DIGEST).profiles
  expect(badge && JSON.parse(badgeJson(badge))).toMatchObject({
    label: 'users API v3-core',
    message: `conformant 70/71, ${ABOUT}`,
  })
})
