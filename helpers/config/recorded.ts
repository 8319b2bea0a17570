/** What a report keeps of a configuration, and the configuration that it makes again. No value of a secret is kept. */
import type { CredentialForm, Recording } from '../../model/recording.ts'
import { credentialLike, formOf } from '../secrets/credential-form.ts'
import { type Config, readConfig } from './config.ts'
import { CREDENTIALS } from './credentials.ts'
import { credentialsOf } from './secrets.ts'
import { thoroughText } from './thorough.ts'

/** What is taken from a recording. */
const SETTINGS = [
  'CONTRACTS',
  'SAFETY',
  'SELF_USER_ID',
  'SELF_EMAIL',
  'SELF_CONFIRMED',
  'PROFILE_ID',
  'FOREIGN_PROFILE_ID',
  'FOREIGN_USER_ID',
  'OWNER_COUNTS_AS_ADMIN',
  'EMAIL_DOMAIN',
  'CONSISTENCY_MS',
  'MAX_PAGES',
  'MAX_DEPTH',
  'INVITATIONS',
  'SEED',
  'THOROUGH',
  'PUBLIC_TIER',
  'TRACE_HEADER',
  'EXTRA_HEADERS',
] as const

/**
 * The settings of a run that decide what is asked for and how it is judged.
 * @param shown puts stand-ins for people who are not the run's
 */
export function recordedConfig(
  config: Config,
  shown: (text: string) => string,
): Pick<Recording, 'settings' | 'credentials'> {
  const { v3, contracts } = config
  const self = v3.selfUnlisted ? 'none' : v3.selfUserId
  const settings: Record<(typeof SETTINGS)[number], string | undefined> = {
    CONTRACTS: contracts?.join(','),
    SAFETY: config.safety,
    // It may be an address by mistake.
    SELF_USER_ID: self && shown(self),
    SELF_EMAIL: v3.selfEmail && shown(v3.selfEmail),
    SELF_CONFIRMED: v3.selfConfirmed && shown(v3.selfConfirmed),
    PROFILE_ID: v3.profileId,
    FOREIGN_PROFILE_ID: v3.foreignProfileId,
    FOREIGN_USER_ID: v3.foreignUserId && shown(v3.foreignUserId),
    OWNER_COUNTS_AS_ADMIN: config.ownerCountsAsAdmin ? 'true' : undefined,
    EMAIL_DOMAIN: config.emailDomain,
    CONSISTENCY_MS: String(config.consistencyMs),
    MAX_PAGES: String(config.maxPages),
    MAX_DEPTH: String(config.maxDepth),
    INVITATIONS: config.invitations,
    SEED: config.seed,
    THOROUGH: config.thorough && thoroughText(config.thorough),
    PUBLIC_TIER: [config.publicTier].flat().join(','),
    TRACE_HEADER: config.traceHeader,
    EXTRA_HEADERS: config.extraHeaders?.map(({ name }) => `${name}: recorded`).join('\\n'),
  }
  return {
    settings: there(settings, (value) => value),
    credentials: there(credentialsOf(config), formOf),
  }
}

/**
 * The configuration of a recorded run, with made-up credentials.
 * @throws ConfigError where the settings are none
 */
export function configOf({ settings, credentials, baseUrl }: Recording): Config {
  // A report may come from anybody: what could run a command or read a file here is none of these.
  const known = SETTINGS.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]]))
  const made = [...CREDENTIALS.v3, ...CREDENTIALS.v1].flatMap((name) => {
    const form = credentials[name]
    return form === undefined ? [] : [[name, credentialLike(form, name)]]
  })
  return readConfig({
    ...Object.fromEntries([...known, ...made]),
    BASE_URL: baseUrl,
    ALLOW_PRODUCTION: URL.canParse(baseUrl) ? new URL(baseUrl).host : '',
    // Whoever was taken out is taken out already.
    SHOW_PEOPLE: 'true',
  })
}

function there<T extends string | CredentialForm>(
  values: Record<string, string | undefined>,
  of: (value: string) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, of(value)]])),
  )
}
