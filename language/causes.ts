/** From which other requirements the violation of one may follow, so that only the other is charged. */

/**
 * Id of a requirement, or one under a condition: `given` names one that has to hold, `lacking` one that must not be
 * seen to hold. Two operations that show the same can be told apart so by what a third one shows.
 */
export type Cause = string | { of: string; given?: string; lacking?: string }
