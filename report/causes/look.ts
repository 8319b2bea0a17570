/** What looks at exchanges for a common cause share. */
import type { Exchange } from '../../model/exchange.ts'

/** What a look has found: a sentence, and the exchanges that show it. */
export interface Shown {
  says: string
  shown: readonly Exchange[]
}

/** Looks for a cause; undefined where nothing shows it. */
export type Look = (exchanges: readonly Exchange[]) => Shown | undefined

/** So many answers have to show a cause. */
export const LEAST_ANSWERS = 2

/** Nearly all. */
export const MOST = 0.8

/** The status of an answer; 0 where none came. */
export function statusOf({ response }: Exchange): number {
  return response?.status ?? 0
}

/** Whether an answer says that the request was served. */
export function isSuccess(exchange: Exchange): boolean {
  const status = statusOf(exchange)
  return status >= 200 && status < 300
}

/** A header of an answer. @param wanted in lower case */
export function header({ response }: Exchange, wanted: string): string | undefined {
  return response?.headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** The exchanges by what `keyOf` says of each, in the order in which that is first said. */
export function grouped(exchanges: readonly Exchange[], keyOf: (one: Exchange) => string): Exchange[][] {
  const groups = new Map<string, Exchange[]>()
  for (const one of exchanges) {
    const key = keyOf(one)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}
