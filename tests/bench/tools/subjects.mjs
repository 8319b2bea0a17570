/** Everything that is compared: the suite, the tools that could be installed, and the bare sending. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measured, scratch } from '../measuring/process.mjs'
import { runSuite } from '../measuring/suite.mjs'
import { withTarget } from '../measuring/target.mjs'
import { dredd } from './dredd.mjs'
import { newman } from './newman.mjs'
import { alike } from './requests.mjs'
import { respect } from './respect.mjs'
import { stepci } from './stepci.mjs'

const TOOLS = { newman, stepci, respect, dredd }
const REPLAY = fileURLToPath(new URL('./replay.mjs', import.meta.url))

/**
 * Name to an async function that runs it once against a fresh reference and gives `ms`, `peak`, `code`, how many
 * requests were `sent`, and how many of them were `alike` the recorded ones.
 * @param tools what installTools gave
 * @param recorded what recordRun gave
 */
export function subjectsOf(tools, recorded, delayMs) {
  const installed = Object.entries(tools).filter(([, tool]) => tool.bin !== undefined)
  const against = (run) => () =>
    withTarget({ delayMs }, async (target) => {
      const { ms, peak, code, judged } = await run(target)
      const sent = await target.requests()
      return { ms, peak, code, judged, sent: sent.length, alike: alike(recorded, sent) }
    })
  return {
    suite: against((target) => runSuite(target)),
    ...Object.fromEntries(
      installed.map(([name, { bin }]) => [
        name,
        against((target) => runTool(TOOLS[name], bin, recorded, target)),
      ]),
    ),
    oneByOne: against((target) => replay(recorded, target, 1)),
    sixteen: against((target) => replay(recorded, target, 16)),
  }
}

function runTool(tool, bin, recorded, { url }) {
  write(tool.files(recorded, url))
  return measured([bin, ...tool.args(url)], tool.environment, { loopbackOnly: true })
}

async function replay(recorded, { url }, eagerStart) {
  write({ 'recorded.json': JSON.stringify(recorded) })
  const finished = await measured([REPLAY, 'recorded.json', url, String(eagerStart)])
  if (finished.code !== 0)
    throw new Error(`the bare sending ended with ${finished.code}:\n${finished.output}`)
  return finished
}

function write(files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(scratch, name), text)
}
