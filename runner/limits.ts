/** How long the parts of a run may take, in milliseconds, and how many runs share a worker's time. */

/** Opening a run: it sends no request to the target. */
export const OPENING_MS = 30_000

/** The clean-up, also when the run's own time is over. */
export const CLEAN_UP_MS = 60_000

/** A step that does not notice the end of its time. */
export const GRACE_MS = 2_000

/** Targets of one worker that run at the same time: enough to use the time that slow ones wait. */
export const TARGETS_AT_ONCE = 4
