/** MAX_DEPTH: what is nested up to the largest value is survived and judged; what is deeper settles nothing. */
import { rm } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { catalogueOf } from '../../suites/catalogues.ts'
import { FILES, makePlaces, namesOf, type Places, runCommand, textsIn } from './hostile/run.ts'
import { type Spoil, type SpoiledTarget, startSpoiled } from './hostile/spoiled-target.ts'

/** The largest value of MAX_DEPTH, less what stands around a member. */
const DEEP = 2048 - 8

const nested = `${'[{"a":'.repeat(DEEP / 2)}1${'}]'.repeat(DEEP / 2)}`

let target: SpoiledTarget | undefined
let places: Places | undefined

afterEach(async () => {
  await target?.close()
  if (places) await rm(places.root, { recursive: true })
})

/** Changes every object of a body, from the outermost to the innermost. */
function everyObject(change: (text: string) => string): Spoil {
  return (answer) => ({ ...answer, body: Buffer.from(change(answer.body.toString())) })
}

/** Every object gets one more member, which the documents allow; `details` is a map, not an object with members. */
const further = everyObject((text) => text.replace(/(?<!"details":){(?=")/g, `{"further":${nested},`))

/** Every name is what no document allows. */
const instead = everyObject((text) => text.replace(/"name":"[^"]*"/g, `"name":${nested}`))

async function judged(spoil: Spoil, limits: Record<string, string>) {
  target = await startSpoiled(spoil)
  places = await makePlaces()
  const { REPORT_DIR, JOURNAL_DIR } = places
  const { status, output } = await runCommand({
    ...target.environment,
    REPORT_DIR,
    JOURNAL_DIR,
    SAFETY: 'full',
    ...limits,
  })
  const files = await textsIn(REPORT_DIR)
  expect(namesOf(files, REPORT_DIR)).toEqual(FILES)
  const report = JSON.parse(files.get(`${REPORT_DIR}/report.json`) ?? '') as Report
  expect(report.requirements.map(({ id }) => id)).toEqual(catalogueOf(['v3', 'v1']).map(({ id }) => id))
  expect(output).not.toMatch(/unexpected error|call stack/)
  expect(JSON.stringify(report)).not.toContain('call stack')
  return { status, report, output }
}

test('the largest value lets further members be as deep, everywhere', async () => {
  const { status, report } = await judged(further, { MAX_DEPTH: '2048' })
  expect(
    report.requirements.filter(({ verdict }) => verdict === 'failed').map(({ reason }) => reason),
  ).toEqual([])
  expect(status).toBe(0)
})

test('with the largest value, deep members in the place of texts are violations', async () => {
  const { status, report } = await judged(instead, { MAX_DEPTH: '2048' })
  const failed = report.requirements.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
  expect(failed).toEqual(expect.arrayContaining(['v3.list.user-fields', 'v1.list.shape']))
  expect(status).toBe(1)
})

test('what is deeper than the limit is not called malformed', async () => {
  const { status, report, output } = await judged(further, {})
  expect(
    new Set(report.requirements.filter((one) => !one.unobservable).map(({ verdict }) => verdict)),
  ).toEqual(new Set(['inconclusive']))
  expect(output.replace(/\s+/g, ' ')).toContain('nested deeper than 512 levels (MAX_DEPTH)')
  expect(status).toBe(3)
})

test('the smallest value is enough for every documented answer', async () => {
  const { status } = await judged((answer) => answer, { MAX_DEPTH: '16' })
  expect(status).toBe(0)
})
