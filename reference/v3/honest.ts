/** The v3 reference as the documents want it. */
import * as access from './access.ts'
import * as answers from './answers.ts'
import type { V3Behaviour } from './behaviour.ts'
import * as effects from './effects.ts'
import * as guards from './guards.ts'
import * as input from './input.ts'
import { renderAccount } from './me.ts'

/** What the documents say, at every point where they say it. */
export function honestV3(): V3Behaviour {
  return {
    beforeCall: () => undefined,
    enforceLimits: () => undefined,
    ...access,
    ...guards,
    ...input,
    ...effects,
    order: {
      // Whoever has a key may know whose it is.
      me: [],
      list: ['checkPermission'],
      get: ['checkPermission', 'checkExistence'],
      invite: ['checkPermission', 'readInput', 'checkInput', 'refuseDuplicate'],
      update: [
        'checkPermission',
        'readInput',
        'checkInput',
        'checkExistence',
        'refuseSelf',
        'refuseLastAdmin',
      ],
      remove: [
        'checkPermission',
        'readInput',
        'checkInput',
        'checkExistence',
        'refuseSelf',
        'refuseLastAdmin',
      ],
    },
    replayAfter: 'checkPermission',
    successStatus: { list: 200, get: 200, invite: 201, update: 200, remove: 204, me: 200 },
    renderUser: answers.renderUser,
    renderList: answers.renderList,
    renderAccount,
    answer: (answer) => answer,
    wire: (reply) => reply,
  }
}
