/** Times that faults of v3 show instead of the right ones. */

export const DAY_MS = 86_400_000

export const shifted = (ms: number) => new Date(Date.now() + ms).toISOString()

export const HOUR_MS = 3_600_000
