import { expect, it } from 'vitest'
import { failingReport, passingReport, unreachableReport } from '../tests/report/sample.ts'
import { badgeJson, badgeSvg } from './badge.ts'

it('is a shields endpoint', () => {
  expect(JSON.parse(badgeJson(passingReport()))).toEqual({
    schemaVersion: 1,
    label: 'users API v3 + v1',
    message: 'conformant 88/88',
    color: 'brightgreen',
  })
  expect(JSON.parse(badgeJson(failingReport()))).toMatchObject({
    message: 'nonconformant 82/88',
    color: 'red',
  })
  expect(JSON.parse(badgeJson(unreachableReport()))).toMatchObject({ message: 'inconclusive 0/88' })
})

it('is a picture that says the same', () => {
  const svg = badgeSvg(failingReport())
  expect(svg).toContain('<title>users API v3 + v1: nonconformant 82/88</title>')
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+/)
})

it('is grey and says so where only a part was asked for', () => {
  const partial = {
    ...passingReport(),
    verdict: 'incomplete' as const,
    partial: { selected: 3, observable: 88 },
  }
  expect(JSON.parse(badgeJson(partial))).toMatchObject({ message: 'partial 3 of 88', color: 'lightgrey' })
  const failing = { ...failingReport(), partial: { selected: 3, observable: 88 } }
  expect(JSON.parse(badgeJson(failing))).toMatchObject({ color: 'red' })
})
