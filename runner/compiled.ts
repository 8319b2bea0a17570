/** Finds what can be started as a thread: compiled files can, the source tree's TypeScript cannot. */

/** The file at `path` of the compiled tree, e.g. `runner/thread.js`; undefined in the source tree. */
export function compiledFile(path: string): URL | undefined {
  return import.meta.url.endsWith('.js') ? new URL(`../${path}`, import.meta.url) : undefined
}
