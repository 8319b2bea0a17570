/** Every honest freedom of the proof is judged with one seed after another: none is accused, whatever is drawn. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { VARIANTS } from '../../reference/variants/index.ts'
import type { Proof } from '../../runner/proof/proof.ts'
import { command } from '../e2e/command.ts'

const SEEDS = 20
const FIRST = Number(process.env.SEED ?? 20_262)
const LONGEST_MS = 1_800_000
const NAMES = VARIANTS.map(({ name }) => name)

test.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))(
  'seed %i',
  { timeout: LONGEST_MS },
  async (seed) => {
    const { folder } = await command(['prove', '--seed', String(seed), ...NAMES], {}, LONGEST_MS)
    const { variants, harm }: Proof = JSON.parse(
      readFileSync(join(folder, 'reports/latest/proof.json'), 'utf8'),
    )
    const accused = variants.filter((variant) => variant.accused.length > 0)
    expect([variants.length, accused, harm]).toEqual([NAMES.length, [], []])
  },
)
