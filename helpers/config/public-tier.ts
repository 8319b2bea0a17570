/** Reads how far a run goes beyond the documents. */
import { PUBLIC_GROUPS, type PublicTier } from '../../model/contract.ts'
import { complain, type Reading, suggestion, textOrDefault } from './reading.ts'

const WORDS = ['off', 'passive', 'auto'] as const

/** What the run does about the public tier: one word, or groups divided by commas. */
export function readPublicTier(reading: Reading): PublicTier {
  const value = textOrDefault(reading, 'PUBLIC_TIER')
  const word = WORDS.find((known) => known === value)
  if (word !== undefined) return word
  const named = value.split(',').map((one) => one.trim())
  const wrong = named.find((one) => !PUBLIC_GROUPS.some((known) => known === one))
  if (wrong === undefined) return PUBLIC_GROUPS.filter((known) => named.includes(known))
  const alone = WORDS.some((known) => known === wrong) ? `${wrong} stands alone. ` : ''
  complain(
    reading,
    'PUBLIC_TIER',
    `off, passive, auto, or some of ${PUBLIC_GROUPS.join(', ')}, divided by commas`,
    `${alone || suggestion(wrong, [...WORDS, ...PUBLIC_GROUPS], 2)}Unset means passive.`,
  )
  return 'passive'
}
