/** `keygen`: writes a pair of keys for attestations. */
import { createPublicKey } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { printable } from '../../helpers/text/printable.ts'
import { keyIdOf } from '../../report/attest/envelope.ts'
import { newKeys } from '../../report/attest/keys.ts'
import { writeText } from '../attestation-files.ts'
import { UsageError } from '../errors.ts'

/** @returns 0; @throws UsageError where the files cannot be written, or are there already */
export async function keygenCommand({ output }: { output: string }): Promise<number> {
  const { privatePem, publicPem } = newKeys()
  const [own, shared] = [join(output, 'attestation.key'), join(output, 'attestation.pub')]
  try {
    await mkdir(output, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(
      `--output ${printable(output, 200)}: cannot be made (${code}); choose another directory`,
    )
  }
  await writeText(own, privatePem, { mode: 0o600, replace: false })
  await writeText(shared, publicPem, { replace: false })
  process.stdout.write(
    `key ${keyIdOf(createPublicKey(publicPem))}\n${printable(own, 200)}: keep it, and show it to nobody; attest signs with it\n${printable(shared, 200)}: give it to whoever is to check\n`,
  )
  return 0
}
