/**
 * What an implementation is told to do otherwise, read once from `SWITCHES`, a list divided by commas. Some are
 * regressions, as a release may bring one, and some are choices that the documents leave to the vendor.
 */
const given = new Set((process.env.SWITCHES ?? '').split(',').filter((name) => name !== ''))

/** Whether the implementation was started with this switch. */
export function isOn(name: string): boolean {
  return given.has(name)
}
