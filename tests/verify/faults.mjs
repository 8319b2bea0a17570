/**
 * Runs the suite against faults and variants of the reference and judges each report again from its traffic alone:
 * every verdict has to follow. `node tests/verify/faults.mjs [--every N] [NAME...]`, after a build; without names, one
 * of N (default 12) faults of each page, the honest reference and one of N variants.
 */
import { readConfig } from '../../dist/helpers/config/config.js'
import { FAULTS } from '../../dist/reference/faults/index.js'
import { VARIANTS } from '../../dist/reference/variants/index.js'
import { sealed } from '../../dist/report/seal.js'
import { runConformance } from '../../dist/runner/conformance.js'
import { contradictionsIn } from '../../dist/runner/verify/consistency.js'
import { followedIn } from '../../dist/runner/verify/follows.js'
import { judgeAgain } from '../../dist/runner/verify/judge-again.js'

const args = process.argv.slice(2)
const at = args.indexOf('--every')
const every = at < 0 ? 12 : Number(args.splice(at, 2)[1])
const faults = new Set(FAULTS.map(({ name }) => name))
const sample = [...FAULTS, ...VARIANTS].filter((_, index) => index % every === 0).map(({ name }) => name)
const names = args.length > 0 ? args : ['honest', ...sample]

let wrong = 0
let verdicts = 0
for (const name of names) {
  const embedded = name === 'honest' ? {} : faults.has(name) ? { faults: [name] } : { variant: name }
  const report = sealed(await runConformance(readConfig({}, { embedded: true }), { embedded }))
  const again = await judgeAgain(report)
  const { followed, contradictions, open } = followedIn(report, again)
  const all = [...contradictionsIn(report), ...contradictions]
  verdicts += followed.length
  const failed = report.requirements.filter(({ verdict }) => verdict === 'failed').length
  const isSound = all.length + open.length === 0
  if (!isSound) wrong++
  console.log(
    `${isSound ? 'follows' : 'DIFFERS'}  ${name.padEnd(50)} ${followed.length} of ${followed.length + contradictions.length + open.length}, ${failed} failed`,
  )
  for (const { place, says } of all.slice(0, 5)) console.log(`    ${place}: ${says}`.slice(0, 400))
  for (const { id, why } of open.slice(0, 5)) console.log(`    not re-judgeable ${id}: ${why}`)
}
console.log(
  `${names.length - wrong} of ${names.length} runs follow whole from their traffic, ${verdicts} verdicts in all`,
)
process.exitCode = wrong === 0 ? 0 : 1
