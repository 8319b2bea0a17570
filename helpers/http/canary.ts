/** What a read is for by which the client learns whether a target answers anything at all; no check sees its answer. */
export const CANARY_PURPOSE = 'does the target answer anything at all?'
