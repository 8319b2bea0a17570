/** Forms of `DELETE /v3/users/{userId}` in what its answers carry now and then, or for some. */
import type { V3Form } from '../../types.ts'
import { raritiesOf } from '../rarities.ts'

export const removeAnswersForms: V3Form[] = raritiesOf('remove')
