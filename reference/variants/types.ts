/** What an honest variant says about itself: a freedom that the documents leave, taken. */
import type { ServerOptions } from '../server.ts'
import type { V1Behaviour } from '../v1/index.ts'
import type { V3Behaviour } from '../v3/behaviour.ts'

interface VariantBase {
  /** Kebab case. */
  name: string
  /** Which freedom is taken, in one line. */
  says: string
  /** A judge may warn, but never fail it. */
  soft?: boolean
  /** How the server itself differs. */
  server?: Partial<ServerOptions>
}

export interface V3Variant extends VariantBase {
  contract: 'v3'
  change?: (behaviour: V3Behaviour) => V3Behaviour
}

export interface V1Variant extends VariantBase {
  contract: 'v1'
  change?: (behaviour: V1Behaviour) => V1Behaviour
}

/** A freedom of the network or of the company a target keeps, not of one contract. */
export interface SharedVariant extends VariantBase {
  contract: 'both'
  changeV3?: (behaviour: V3Behaviour) => V3Behaviour
  changeV1?: (behaviour: V1Behaviour) => V1Behaviour
}

export type Variant = V3Variant | V1Variant | SharedVariant
