/** E-mail addresses in any text, found from their `@` on: what a target sends may be one long word without any. */

/** What stands behind the name: `@`, or how a URL spells it, and a domain. */
const HOST = /(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** The last character of a name; two units where Unicode needs them. */
const LAST_OF_NAME = /[\p{L}\p{N}.!#$'*+^_{|}~-]$/u

/** Every address in the text, as it is spelt there. */
export function addressesIn(text: string): string[] {
  return [...placesOf(text)].map(([start, end]) => text.slice(start, end))
}

/** The text with every address replaced by what `instead` makes of it. */
export function replaceAddresses(text: string, instead: (address: string) => string): string {
  let replaced = ''
  let done = 0
  for (const [start, end] of placesOf(text)) {
    replaced += text.slice(done, start) + instead(text.slice(start, end))
    done = end
  }
  return done === 0 ? text : replaced + text.slice(done)
}

function* placesOf(text: string): Generator<[start: number, end: number]> {
  let done = 0
  for (const { 0: host, index } of text.matchAll(HOST)) {
    const start = startOfName(text, done, index)
    if (start === index) continue
    done = index + host.length
    yield [start, done]
  }
}

function startOfName(text: string, from: number, at: number): number {
  let start = at
  while (start > from) {
    const length = lengthOfLast(text.slice(Math.max(from, start - 2), start))
    if (length === 0) break
    start -= length
  }
  return start
}

/** In UTF-16 units; 0 where the last character is none of a name. */
function lengthOfLast(end: string): number {
  return LAST_OF_NAME.exec(end)?.[0].length ?? 0
}
