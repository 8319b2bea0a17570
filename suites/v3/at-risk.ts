/** The persons whom the last rung would meet: the removal of each is asked for, and has to be refused. */

import { scopesV3 } from '../../contracts/v3/client/clean-up-scope.ts'
import type { V3User } from '../../contracts/v3/client/user.ts'
import { soleAdminOf } from '../../contracts/v3/steps/persons.ts'
import type { Config } from '../../helpers/config/config.ts'
import type { Client } from '../../helpers/http/client.ts'
import { isSameId } from '../../model/user.ts'

/**
 * One sentence a person.
 * @param client to look into the lists with; absent: what the configuration alone tells
 * @throws Inconclusive when a list cannot be read
 */
export async function atRiskV3(config: Config, client?: Client): Promise<string[]> {
  const { selfUserId, selfEmail, selfUnlisted, profileId } = config.v3
  const [organization, profile] = client === undefined ? [] : await lists(client, config)
  const self = organization?.find(({ id }) => isSameId(id, selfUserId))
  const scope = profileId === undefined ? 'the organization' : `profile ${profileId}`
  return [
    ...(selfUserId === undefined || selfUnlisted
      ? []
      : selfEmail === undefined
        ? [`oneself, SELF_USER_ID ${selfUserId}: not without SELF_EMAIL, so nobody is named in a removal`]
        : [
            `oneself, ${selfEmail} (SELF_USER_ID ${selfUserId})${client === undefined ? '' : `: ${self === undefined ? 'not in the list, so nobody is named' : shown(self)}`}`,
          ]),
    ...(profileId === undefined && selfUnlisted !== true
      ? []
      : [`the only admin of ${scope}${soleAdmin(profileId === undefined ? organization : profile)}`]),
  ]
}

async function lists(client: Client, config: Config): Promise<V3User[][]> {
  const scopes = scopesV3(client, config, [])
  return Promise.all(scopes.map(async (scope) => (await scope.find()).users))
}

function soleAdmin(users: V3User[] | undefined): string {
  if (users === undefined) return ', if there is just one who is not the caller; plan --look names them'
  const found = soleAdminOf(users)
  return found === undefined
    ? ': there is not just one active admin, so nobody is named'
    : `: ${shown(found)}`
}

function shown({ email, name, role, id }: V3User): string {
  return `${String(name)} <${String(email)}>, ${String(role)}, id ${String(id)}`
}
