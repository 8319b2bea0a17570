/** What faults and a variant change in the honest behaviour. They are loaded only where one is asked for. */
import type { Fault } from './faults/types.ts'
import type { V1Change } from './v1/index.ts'
import type { V3Change } from './v3/index.ts'
import type { Variant } from './variants/types.ts'

/** One change per contract, and what the variant asks of the server. */
export interface Changes {
  v3: V3Change
  v1: V1Change
  server: Variant['server']
}

/**
 * The changes of the variant first, then those of the faults in their order.
 * @throws Error when a fault or the variant is unknown
 */
export async function changesOf(faultNames: string[], variantName?: string): Promise<Changes> {
  const v3: V3Change[] = []
  const v1: V1Change[] = []
  const variant = await variantCalled(variantName)
  if (variant?.contract === 'v3' && variant.change) v3.push(variant.change)
  if (variant?.contract === 'v1' && variant.change) v1.push(variant.change)
  if (variant?.contract === 'both' && variant.changeV3) v3.push(variant.changeV3)
  if (variant?.contract === 'both' && variant.changeV1) v1.push(variant.changeV1)
  for (const fault of await faultsCalled(faultNames)) {
    if (fault.contract === 'v3') v3.push(fault.change)
    else v1.push(fault.change)
  }
  return { v3: chain(v3), v1: chain(v1), server: variant?.server }
}

async function variantCalled(name: string | undefined): Promise<Variant | undefined> {
  if (name === undefined) return undefined
  const { findVariant } = await import('./variants/index.ts')
  return findVariant(name)
}

async function faultsCalled(names: string[]): Promise<Fault[]> {
  if (names.length === 0) return []
  const { findFault } = await import('./faults/index.ts')
  return names.map(findFault)
}

function chain<B>(changes: ((behaviour: B) => B)[]): (behaviour: B) => B {
  return (behaviour) => changes.reduce((changed, change) => change(changed), behaviour)
}
