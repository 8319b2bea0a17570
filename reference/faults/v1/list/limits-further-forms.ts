/** Forms of `GET /api/v1/users` in for whom, and beside what, its highest limit holds. */
import type { V1Change } from '../../../v1/behaviour.ts'
import { chain, crowd } from '../../../v1/mutator.ts'
import type { V1Context } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { form } from '../fault.ts'

const MOST = 'v1.list.limit-at-most-100'
const COMBINED = 'v1.list.limit-at-most-100-combined'
const CROWD = 800

/** Serves more than a hundred users where the call has this form. */
const above = (
  limitOf: (query: URLSearchParams, context: V1Context | undefined) => number | undefined,
): V1Change => {
  const change: V1Change = (behaviour) => {
    let query = new URLSearchParams()
    let current: V1Context | undefined
    return {
      ...behaviour,
      meanwhile(context) {
        current = context
        behaviour.meanwhile(context)
      },
      checkQuery(parameters) {
        query = parameters
        behaviour.checkQuery(parameters)
      },
      parseLimit: (values) => limitOf(query, current) ?? behaviour.parseLimit(values),
    }
  }
  return chain(crowd(CROWD), change)
}

const asked = (query: URLSearchParams) => Number(query.get('limit') ?? 20)
const beyond = (query: URLSearchParams) => (asked(query) > 100 ? asked(query) : undefined)

export const listLimitsFurtherForms: V1Form[] = [
  form.plain(
    'v1-list-limit-above-100-of-pending',
    COMBINED,
    'The maximum does not hold for pending users.',
    above((query) => (query.get('status') === 'pending' ? beyond(query) : undefined)),
  ),
  form.plain(
    'v1-list-limit-above-100-for-weak-caller',
    MOST,
    'The maximum does not hold for a caller who may not remove users.',
    above((query, context) => (context?.caller?.mayDelete === false ? beyond(query) : undefined)),
  ),
  form.plain(
    'v1-list-limit-repeated-above-100',
    MOST,
    'Of several limits the last one counts, whatever it is.',
    above((query) => {
      const limits = query.getAll('limit')
      return limits.length > 1 && Number(limits.at(-1)) > 0 ? Number(limits.at(-1)) : undefined
    }),
  ),
  form.plain(
    'v1-list-limit-of-three-digits-above-101',
    MOST,
    'Limits from 102 to 999 are served as they are.',
    above((query) => (asked(query) > 101 && asked(query) < 1000 ? asked(query) : undefined)),
  ),
]
