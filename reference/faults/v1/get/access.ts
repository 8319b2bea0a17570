/** Faults of `GET /api/v1/users/{id}` in whom it answers. */
import type { V1Fault } from '../../types.ts'
import { openTo, readLoosely } from '../callers.ts'
import { fault } from '../fault.ts'

export const getAccessFaults: V1Fault[] = [
  ...openTo('get'),
  fault(
    'v1-get-with-bare-token',
    'v1.get.wrong-scheme-refused',
    'A valid token without any scheme is accepted.',
    readLoosely('get', /^[^ ]+$/),
  ),
]
