/** The page docs/benchmarks.md, written anew by every `npm run bench`. */
import { availableParallelism, totalmem } from 'node:os'
import { noiseLine } from './part.mjs'
import { goalsTable, markdownOf, markdownTable } from './write.mjs'

/**
 * The whole page.
 * @param parts the measured parts, in their order
 * @param made `date` of the measurement as YYYY-MM-DD, its `minutes`, and a sentence about `verdicts`
 */
export function documentOf(parts, { date, minutes, verdicts }) {
  return `${[
    '# Benchmarks',
    '<!-- Written by `npm run bench`. Changes by hand are lost. -->',
    `This page is written by \`npm run bench\`, last on ${date} in ${minutes.toFixed(1)} minutes, with Node.js ${process.version} on ${machine()}.`,
    HOW,
    `${noiseLine()} ${verdicts}`,
    '## Goals',
    markdownTable(goalsTable(parts)),
    ...parts.map(markdownOf),
    AGAIN,
  ].join('\n\n')}\n`
}

const HOW =
  'What is compared is measured in turn, so that a disturbance meets all of it alike; a figure is the median of its rounds, beside the least and the most. A ratio or a difference is taken round by round, and then its median: it says more than the times, which are those of one machine on one day. Every process is measured from its start to its end. The reference is in a process of its own, unless it is said to be embedded. Peak memory is the resident memory of the whole process.'

const AGAIN = `## Measuring again

\`\`\`sh
npm run bench                          # everything, and this page
npm run bench -- --rounds 3            # the same with fewer rounds
node tests/bench/latency.mjs           # one part, printed alone, after npm run build
\`\`\`

The parts are \`start\`, \`latency\`, \`scale\`, \`economy\` and \`tools\`. The other tools are installed from the npm registry
into \`reports/bench-tools\`, in exactly the versions that \`tests/bench/tools/manifest.json\` names; one that cannot be
installed is left out, and the page says so.`

function machine() {
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${process.platform} ${process.arch}, ${availableParallelism()} processors, ${memory} GB of memory`
}
