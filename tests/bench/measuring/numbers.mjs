/** Turns measured samples into the few numbers that are printed. */

/** The middle value; of an even count the mean of the two in the middle. @throws without values */
export function median(values) {
  if (values.length === 0) throw new Error('there is no median of nothing')
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Median with the smallest and the largest value. @throws without values */
export function spread(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) }
}

/**
 * Both series round by round: what disturbs the machine for a while disturbs both of a round alike, so the ratio
 * of two medians would tell less. @throws when one series is longer than the other
 */
export function pairwise(ones, others, combine) {
  if (ones.length !== others.length)
    throw new Error(`${ones.length} samples cannot be paired with ${others.length}`)
  return spread(ones.map((one, round) => combine(one, others[round])))
}

/** Each of `ones` divided by the one of `others` from the same round. */
export function ratios(ones, others) {
  return pairwise(ones, others, (one, other) => one / other)
}

/** Each of `ones` less the one of `others` from the same round. */
export function differences(ones, others) {
  return pairwise(ones, others, (one, other) => one - other)
}

/** Standard deviation over the mean, as a share of 1. @throws without values */
export function variation(values) {
  if (values.length === 0) throw new Error('nothing does not vary')
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / values.length) / mean
}
