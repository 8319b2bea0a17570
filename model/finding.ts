/** What is wrong with an answer, before it is put into words: values stay as the target sent them. */

/** A way in which an answer deviates. */
export interface Finding {
  /** Level of the violated promise: a `must` fails the requirement, a `should` warns. */
  level: 'must' | 'should'
  /** What was expected, e.g. `status 403`. */
  expected: Told
  /** What was seen. */
  actual: Told
  /** JSON pointer into the answer's body, where one member is at fault; empty for the whole body. */
  pointer?: string
  /** The entry of the body in which that member stands: who is concerned. */
  entry?: Told
  /** The answer itself is not what its operation answers, so that nothing can be seen through it. */
  unreadable?: boolean
}

/** The same finding, of an answer through which nothing can be seen. */
export function unreadable(finding: Finding): Finding {
  return { ...finding, unreadable: true }
}

/** Words of our own, or a value, which only the judge masks, shortens and words. */
export type Told = string | Quoted

/** A value as the target sent it, or as it was to be sent. */
export interface Quoted {
  quoted: unknown
}

/** Violates a promise. */
export function must(expected: Told, actual: Told, pointer?: string): Finding {
  return { level: 'must', expected, actual, ...(pointer === undefined ? {} : { pointer }) }
}

/** Falls short of a recommendation. */
export function should(expected: Told, actual: Told, pointer?: string): Finding {
  return { level: 'should', expected, actual, ...(pointer === undefined ? {} : { pointer }) }
}

/** A value to be told as JSON. */
export function quote(value: unknown): Told {
  return value === undefined ? 'nothing' : { quoted: value }
}

/** Whether a finding fails its requirement. */
export function isMust({ level }: Finding): boolean {
  return level === 'must'
}
