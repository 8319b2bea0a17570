/** Forms of one request that are tried together: none waits for another one, and none hides another one. */

/**
 * Judges every item, all at the same time; what each finds stands, whatever becomes of the others.
 * @throws whatever the first item of those that threw did
 */
export async function sideBySide<T>(items: readonly T[], judge: (item: T) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(items.map((item) => judge(item)))
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
