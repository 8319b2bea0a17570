/** `prove`: shows that every check can fail and that no honest freedom is accused. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEnvironment } from '../../helpers/config/config.ts'
import { proofMarkdown, proofText } from '../../helpers/proof/matrix.ts'
import { runProof } from '../../helpers/proof/run-proof.ts'

/**
 * @param names faults and variants to prove; none: all
 * @returns 0 when every fault was caught, no variant was accused and every requirement has a fault, else 1
 */
export async function proveCommand(names: string[]): Promise<number> {
  const directory = loadEnvironment().REPORT_DIR ?? 'reports/latest'
  const proof = await runProof(names.length > 0 ? names : undefined)
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'proof.json'), `${JSON.stringify(proof, null, 2)}\n`)
  await writeFile(join(directory, 'proof.md'), proofMarkdown(proof))
  process.stdout.write(proofText(proof))
  process.stdout.write(`written to ${join(directory, 'proof.md')} and proof.json\n`)
  return proof.summary.failed > 0 ? 1 : 0
}
