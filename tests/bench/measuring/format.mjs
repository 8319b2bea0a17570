/** How measured numbers are written: the unit once, and no more digits than the measurement bears. */

/** Milliseconds as seconds, e.g. `2.3 s`. */
export const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`

/** Milliseconds, e.g. `12.3 ms`. */
export const milliseconds = (ms) => `${ms.toFixed(ms < 100 ? 1 : 0)} ms`

/** A ratio, e.g. `1.93`. */
export const times = (ratio) => ratio.toFixed(2)

/** Bytes as megabytes of 1,000,000. */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`

/** A share of 1, e.g. `3.1 %`. */
export const percent = (share) => `${(share * 100).toFixed(1)} %`

/** `least to most` in the given writing. */
export const range = ({ least, most }, write) => `${write(least)} to ${write(most)}`

/** `1 round`, `7 rounds`. */
export const rounded = (count) => `${count} round${count === 1 ? '' : 's'}`
