/** Opens the run of a target; starts the embedded reference first where the target is that. */

import type { Config } from '../../helpers/config/config.ts'
import { transportTo } from '../../helpers/http/in-process.ts'
import type { LoadedContract } from '../../language/module.ts'
import type { BookPage, Reference } from '../../reference/index.ts'
import type { EmbeddedOptions, Target } from '../target.ts'
import { Run } from './run.ts'

/**
 * The reference is loaded only when it is needed.
 * @throws Error when the reference cannot be started, or the journal cannot be written
 */
export async function openRun(target: Target, modules: LoadedContract[]): Promise<Run> {
  const { config, embedded } = target
  if (!embedded) return new Run(target, withBaseUrl(config), modules, async () => undefined)
  const { environment, book, ask, close } = await referenceOf(embedded)
  try {
    const all = credentialsOf(environment)
    const given = embedded.asConfigured ? { v3: among(all.v3, config.v3), v1: among(all.v1, config.v1) } : all
    const complete = { ...config, ...given, baseUrl: named(environment, 'BASE_URL') }
    const end = async (): Promise<BookPage | undefined> => {
      const page = book()
      await close()
      return page
    }
    return new Run(target, complete, modules, end, ask && transportTo(ask))
  } catch (error) {
    await close()
    throw error
  }
}

type Started = Pick<Reference, 'environment' | 'book' | 'ask' | 'close'>

async function referenceOf({ environment, asConfigured: _, ...options }: EmbeddedOptions): Promise<Started> {
  if (environment)
    return { environment, book: (): BookPage | undefined => undefined, close: async () => undefined }
  const { startReference } = await import('../../reference/index.ts')
  return startReference(options)
}

function withBaseUrl(config: Config): Config & { baseUrl: string } {
  const { baseUrl } = config
  if (baseUrl === undefined) throw new Error('a target that is not embedded needs a base URL')
  return { ...config, baseUrl }
}

/** Those members of `all` that `configured` has, too. */
function among<T extends object>(all: T, configured: T): T {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in configured)) as T
}

/** What the reference says is to be configured against it. */
function credentialsOf(environment: Record<string, string>): Pick<Config, 'v3' | 'v1'> {
  const value = (name: string): string => named(environment, name)
  return {
    v3: {
      apiKey: value('API_KEY'),
      developerApiKey: value('DEVELOPER_API_KEY'),
      restrictedApiKey: value('RESTRICTED_API_KEY'),
      billingApiKey: value('BILLING_API_KEY'),
      selfUserId: value('SELF_USER_ID'),
      selfEmail: value('SELF_EMAIL'),
      // The reference knows its own key's account, so there is nothing to make sure of.
      selfConfirmed: value('SELF_EMAIL'),
      profileId: value('PROFILE_ID'),
      foreignProfileId: value('FOREIGN_PROFILE_ID'),
      foreignUserId: value('FOREIGN_USER_ID'),
    },
    v1: { accessToken: value('ACCESS_TOKEN'), restrictedAccessToken: value('RESTRICTED_ACCESS_TOKEN') },
  }
}

function named(environment: Record<string, string>, name: string): string {
  const found = environment[name]
  if (found === undefined) throw new Error(`the reference names no ${name}`)
  return found
}
