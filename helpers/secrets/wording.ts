/** Puts findings into words: the one place where what the target sent is masked and shortened for people. */
import type { Finding, Told } from '../../model/finding.ts'
import type { Deviation } from '../../model/report.ts'
import { excerptOf, excerptOfPointer, LONGEST_VALUE, type Mask } from './excerpt.ts'
import { shortened } from './shorten.ts'

/** Longest text of what was expected or seen, in characters: both may quote the target. */
const LONGEST_TEXT = 200
/** Longest excerpt of an entry: a user as documented, whole. */
const LONGEST_ENTRY = 400

/** A finding in words, without secrets. */
export function worded(
  { level, expected, actual, pointer, entry }: Finding,
  mask: Mask,
): Omit<Deviation, 'exchange'> {
  return {
    level,
    expected: textOf(expected, mask),
    actual: textOf(actual, mask),
    ...(pointer === undefined ? {} : { pointer: excerptOfPointer(pointer, mask) }),
    ...(entry === undefined ? {} : { entry: textOf(entry, mask, LONGEST_ENTRY, LONGEST_ENTRY) }),
  }
}

function textOf(told: Told, mask: Mask, longest = LONGEST_TEXT, longestValue = LONGEST_VALUE): string {
  return typeof told === 'string'
    ? shortened(told, longest, mask)
    : excerptOf(told.quoted, mask, longestValue)
}
