/** Suggestions for words that were misspelt. */

/** The `candidates` nearest to `word`, ignoring case; none if all are further away than `limit` edits. */
export function nearest<T extends string>(word: string, candidates: readonly T[], limit: number): T[] {
  const distances = candidates.map((candidate) => editDistance(word.toLowerCase(), candidate.toLowerCase()))
  const least = Math.min(...distances)
  return least > limit ? [] : candidates.filter((_, index) => distances[index] === least)
}

/** How many letters must be put in, taken out or exchanged to make one word the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const exchange = one[row - 1] === other[column - 1] ? 0 : 1
      current.push(
        Math.min(at(previous, column) + 1, at(current, column - 1) + 1, at(previous, column - 1) + exchange),
      )
    }
    previous = current
  }
  return at(previous, other.length)
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
