/** Where a report comes from, in words that several writers use. */
import type { Report } from '../model/report.ts'

/** A commit as people write it. */
export function shortCommit(commit: string): string {
  const changes = commit.endsWith('+changes') ? ', with changes' : ''
  return commit.slice(0, 10) + changes
}

/** `sha256:` and the first digits of a digest. */
export function shortDigest(digest: string, digits = 12): string {
  const [algorithm = '', hexadecimal = ''] = digest.split(':')
  return `${algorithm}:${hexadecimal.slice(0, digits)}`
}

/** What the operator calls the target, e.g. `acme-users 2.4.0`; undefined where nothing was said. */
export function labelText({ target: { name, version, digest } }: Report): string | undefined {
  const words = [name, version, digest === undefined ? undefined : shortDigest(digest)]
  const said = words.filter((word) => word !== undefined)
  return said.length === 0 ? undefined : said.join(' ')
}

/** Name and version of the suite, and the commit where it is known. */
export function suiteText({ suite: { name, version, commit } }: Report): string {
  return `${name} ${version}${commit === undefined ? '' : ` (${shortCommit(commit)})`}`
}

/** Everything that is known of where a report comes from, by what it is called. */
export function provenanceEntries(report: Report): [name: string, value: string][] {
  const { run, provenance, target } = report
  const label = [target.name, target.version].filter((word) => word !== undefined).join(' ')
  const { digest, count, set } = provenance?.requirements ?? {}
  const settings = Object.entries(provenance?.settings ?? {}).map(([name, value]) => `${name}=${value}`)
  const entries: [name: string, value: string | undefined][] = [
    ['Target', label],
    ['Digest of the target', target.digest],
    ['Suite', suiteText(report)],
    ['Requirements', digest && `${count}${set === undefined ? '' : ` of set ${set}`}, ${digest}`],
    ['Settings', settings.join(', ')],
    ['Seed', run.seed],
    ['Credentials and ids', provenance?.given.join(', ')],
    ['Node.js', provenance?.node],
    ['Start and end', run.endedAt && `${run.startedAt} to ${run.endedAt}`],
  ]
  return entries.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))
}
