/** Looks things up by name, with a hint for whoever mistyped it. */

/** The entry called `name`. Throws an error that names the nearest entry when there is none. */
export function findByName<T extends { name: string }>(entries: readonly T[], name: string, kind: string): T {
  const found = entries.find((entry) => entry.name === name)
  if (found) return found
  const nearest = entries
    .map((entry) => ({ name: entry.name, distance: distance(entry.name, name) }))
    .sort((a, b) => a.distance - b.distance)[0]
  throw new Error(`There is no ${kind} ${name}.${nearest ? ` Did you mean ${nearest.name}?` : ''}`)
}

/** How many letters have to be put in, left out or replaced to turn one word into the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
