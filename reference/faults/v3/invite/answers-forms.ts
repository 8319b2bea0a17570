/** Forms of `POST /v3/users` in what its answers carry now and then, or for some. */
import type { V3Form } from '../../types.ts'
import { raritiesOf } from '../rarities.ts'

export const inviteAnswersForms: V3Form[] = raritiesOf('invite')
