/** How much two long lists have in common at their beginnings and ends, entry by entry, without reading either. */

const COMMA = 0x2c

/** The bytes of a list's entries, from the first `{` to the last `}`, and where each entry begins. */
export interface Entries {
  bytes: Buffer
  /** One more than there are entries: the last would begin behind the end. */
  starts: Uint32Array
}

/** What the entries of a list share with those of the one before. */
export interface Overlap {
  /** So many entries at the beginning are the same. */
  front: number
  /** And so many at the end. */
  back: number
  /** Where the part between them begins and ends, in the new list; there is none where `from` is behind `to`. */
  from: number
  to: number
}

/**
 * Entries count as the same where their bytes are, and those around them: what begins alike is read alike. At the
 * end that holds only if the part between consists of whole entries, which the caller has to see.
 */
export function overlapOf(before: Entries, bytes: Buffer): Overlap {
  const { starts } = before
  const count = starts.length - 1
  const shared = sharedFront(before.bytes, bytes)
  const front = lastAtMost(starts, shared)
  const from = starts[front] ?? 0
  const limit = Math.min(bytes.length, before.bytes.length) - from
  const sharedEnd = limit > 0 ? sharedBack(before.bytes, bytes, limit) : 0
  const firstOfBack = firstAtLeast(starts, before.bytes.length - sharedEnd + 1, front)
  const back = count - firstOfBack
  // A comma stands between that part and the end.
  const to = bytes.length - (back === 0 ? 0 : (starts[count] ?? 0) - (starts[firstOfBack] ?? 0))
  return { front, back, from, to }
}

/** How many bytes at the beginning are equal, a comma or the end behind an entry included. */
function sharedFront(one: Buffer, other: Buffer): number {
  const length = Math.min(one.length, other.length)
  let equal = 0
  while (equal + BLOCK <= length && areEqual(one, equal, other, equal)) equal += BLOCK
  while (equal < length && one[equal] === other[equal]) equal++
  return endsAt(one, equal) && endsAt(other, equal) ? equal + 1 : equal
}

/** How many bytes at the end are equal, at most `limit`, a comma in front of an entry included. */
function sharedBack(one: Buffer, other: Buffer, limit: number): number {
  let equal = 0
  while (
    equal + BLOCK <= limit &&
    areEqual(one, one.length - equal - BLOCK, other, other.length - equal - BLOCK)
  ) {
    equal += BLOCK
  }
  while (equal < limit && one[one.length - equal - 1] === other[other.length - equal - 1]) equal++
  return beginsAt(one, one.length - equal) && beginsAt(other, other.length - equal) ? equal + 1 : equal
}

/** Bytes that are compared at once. */
const BLOCK = 65_536

function areEqual(one: Buffer, atOne: number, other: Buffer, atOther: number): boolean {
  return one.compare(other, atOther, atOther + BLOCK, atOne, atOne + BLOCK) === 0
}

/** Whether an entry may end in front of this place. */
function endsAt(bytes: Buffer, index: number): boolean {
  return index === bytes.length || bytes[index] === COMMA
}

/** Whether an entry may begin at this place. */
function beginsAt(bytes: Buffer, index: number): boolean {
  return index === 0 || bytes[index - 1] === COMMA
}

/** The index of the last start that is not beyond `most`. */
function lastAtMost(starts: Uint32Array, most: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= most) low = middle
    else high = middle - 1
  }
  return low
}

/** The index of the first start, from `low` on, that is not below `least`. */
function firstAtLeast(starts: Uint32Array, least: number, from: number): number {
  let low = from
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) >= least) high = middle
    else low = middle + 1
  }
  return low
}
