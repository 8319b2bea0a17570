/** Variants of the network and the load between a judge and a target; they concern both contracts alike. */
import type { V1Change } from '../v1/behaviour.ts'
import { Refused } from '../v1/types.ts'
import type { V3Change } from '../v3/behaviour.ts'
import { Refusal, tooManyRequests } from '../v3/refusal.ts'
import type { SharedVariant } from './types.ts'

/** Turns every nth call away; whoever comes again is let in. */
function turnedAway(every: number, refusal: () => Refusal, refused: () => Refused) {
  const changeV3: V3Change = (b) => {
    let calls = 0
    return {
      ...b,
      beforeCall: (a) => {
        calls++
        if (calls % every === 0) throw refusal()
        b.beforeCall(a)
      },
    }
  }
  const changeV1: V1Change = (b) => {
    let calls = 0
    return {
      ...b,
      meanwhile: (context) => {
        calls++
        if (calls % every === 0) throw refused()
        b.meanwhile(context)
      },
    }
  }
  return { changeV3, changeV1 }
}

const SOON = { 'Retry-After': '1' }

export const NETWORK_VARIANTS: readonly SharedVariant[] = [
  { name: 'slow', contract: 'both', says: 'Every answer takes 300 ms.', server: { delayMs: 300 } },
  {
    name: 'rate-limited',
    contract: 'both',
    says: 'Every fifteenth call gets a 429 that asks to come back in a second.',
    ...turnedAway(
      15,
      () => tooManyRequests(1),
      () => new Refused(429, 'too_many_requests', 'Please come back in a second.', SOON),
    ),
  },
  {
    name: 'unavailable-now-and-then',
    contract: 'both',
    says: 'Every twentieth call gets a 503 that asks to come back in a second.',
    ...turnedAway(
      20,
      () => new Refusal(503, 'SERVICE_001', 'Please come back in a second.', null, SOON),
      () => new Refused(503, 'unavailable', 'Please come back in a second.', SOON),
    ),
  },
  {
    name: 'path-prefix',
    contract: 'both',
    says: 'The operations live behind a path.',
    server: { pathPrefix: '/staging/eu-1' },
  },
  { name: 'compressed', contract: 'both', says: 'Bodies are compressed.', server: { compress: true } },
  {
    name: 'connections-closed',
    contract: 'both',
    says: 'Every answer closes its connection.',
    server: { closeConnections: true },
  },
]
