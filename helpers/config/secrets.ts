/** The secrets of a configuration: what is hidden wherever something is written, and what can be had anew. */
import type { Secret } from '../secrets/mask.ts'
import { nearMissOf } from '../secrets/near-miss.ts'
import type { CredentialCommand } from './commands.ts'
import type { Config } from './configuration.ts'
import type { CREDENTIALS } from './credentials.ts'
import { extraHeaderSecrets } from './extra-headers.ts'
import { proxyCredentials } from './proxy.ts'

/** The credentials of a configuration by their variables. */
export function credentialsOf({
  v3,
  v1,
}: Pick<Config, 'v3' | 'v1'>): Record<(typeof CREDENTIALS)['v3' | 'v1'][number], string | undefined> {
  return {
    API_KEY: v3.apiKey,
    DEVELOPER_API_KEY: v3.developerApiKey,
    RESTRICTED_API_KEY: v3.restrictedApiKey,
    BILLING_API_KEY: v3.billingApiKey,
    ACCESS_TOKEN: v1.accessToken,
    RESTRICTED_ACCESS_TOKEN: v1.restrictedAccessToken,
  }
}

/** The credentials of a configuration and what stands in for each wherever something is written. */
export function secretsOf({
  v3,
  v1,
  proxy = {},
  extraHeaders = [],
}: Pick<Config, 'v3' | 'v1' | 'proxy' | 'extraHeaders'>): Secret[] {
  const values: Record<string, string | undefined> = {
    ...credentialsOf({ v3, v1 }),
    ...proxyCredentials(proxy),
  }
  const secrets = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : { placeholder: `$${name}`, value },
  )
  return [
    ...secrets,
    ...nearMissSecret('API_KEY', v3.apiKey),
    ...nearMissSecret('ACCESS_TOKEN', v1.accessToken),
    ...extraHeaderSecrets(extraHeaders),
  ]
}

/** The credentials of a configuration that a command can print anew. */
export function renewablesOf({
  v3,
  v1,
  commands = [],
}: Pick<Config, 'v3' | 'v1' | 'commands'>): (CredentialCommand & {
  value: string
})[] {
  const values = { API_KEY: v3.apiKey, ACCESS_TOKEN: v1.accessToken }
  return commands.flatMap((command) => {
    const value = values[command.variable]
    return value === undefined ? [] : { ...command, value }
  })
}

/** What requests carry to see that it is refused is as good as the key itself to whoever reads it. */
function nearMissSecret(variable: string, credential: string | undefined): Secret[] {
  const value = nearMissOf(credential)
  // What a shell makes of it is just that, so that a recorded request can be repeated.
  return value === undefined ? [] : [{ placeholder: `$\{${variable}%?}`, value }]
}
