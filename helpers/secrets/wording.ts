/** Puts findings into words: the one place where what the target sent is masked and shortened for people. */
import type { Finding, Told } from '../../model/finding.ts'
import type { Deviation } from '../../model/report.ts'
import { excerptOf, excerptOfPointer, type Mask } from './excerpt.ts'
import { shortened } from './shorten.ts'

/** Longest text of what was expected or seen, in characters: both may quote the target. */
const LONGEST_TEXT = 200

/** A finding in words, without secrets. */
export function worded(
  { level, expected, actual, pointer }: Finding,
  mask: Mask,
): Omit<Deviation, 'exchange'> {
  return {
    level,
    expected: textOf(expected, mask),
    actual: textOf(actual, mask),
    ...(pointer === undefined ? {} : { pointer: excerptOfPointer(pointer, mask) }),
  }
}

function textOf(told: Told, mask: Mask): string {
  return typeof told === 'string' ? shortened(told, LONGEST_TEXT, mask) : excerptOf(told.quoted, mask)
}
