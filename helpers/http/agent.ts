/** What a run calls itself. */
import { Chance } from '../chance/chance.ts'
import type { Config } from '../config/configuration.ts'
import { suiteVersion } from '../text/package-root.ts'

/** What programs call themselves that use an HTTP library and leave it at that. */
const ORDINARY_AGENTS = [
  'axios/1.7.9',
  'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
  'got (https://github.com/sindresorhus/got)',
  'python-requests/2.32.3',
  'okhttp/4.12.0',
  'Go-http-client/1.1',
] as const

/**
 * The user agent: what the configuration says, else the suite's name and version; incognito, that of a library.
 * @param purpose of a command that judges nothing
 */
export function agentOf(
  { userAgent, incognito }: Pick<Config, 'userAgent' | 'incognito'>,
  seed?: string,
  purpose?: string,
): string {
  if (userAgent !== undefined) return userAgent
  if (incognito) return new Chance(seed).for('user agent').of(ORDINARY_AGENTS)
  return `users-api-conformance/${suiteVersion()}${purpose === undefined ? '' : ` ${purpose}`}`
}
