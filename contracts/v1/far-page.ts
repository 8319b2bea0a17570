import type { Draws } from '../../helpers/chance/chance.ts'

/** From here on no directory reaches, and offsets no longer fit into 32 bits. */
export const FAR_PAGE = 900_000_000

/** Pages beyond this have ten digits. */
const FARTHEST = 999_999_999

/** A page that is far past the end. */
export function farPage(draws: Draws): number {
  return draws.between(FAR_PAGE, FARTHEST)
}
