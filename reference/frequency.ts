/** How often something happens that does not happen every time. */

/** True for every `n`-th call of those that are asked about, counted from when it is made: once per server. */
export function everyNth(n: number): () => boolean {
  let count = 0
  return () => ++count % n === 0
}
