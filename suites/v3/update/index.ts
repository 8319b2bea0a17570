/** `PATCH /v3/users/{userId}`: everything that its page promises, and its replays. */
import { operation } from '../../../language/declaration.ts'
import { access } from './access.ts'
import { answers } from './answers.ts'
import { change } from './change.ts'
import { guards } from './guards.ts'
import { replay } from './replay.ts'
import { sandbox } from './sandbox.ts'
import { scope } from './scope.ts'
import { unobservable } from './unobservable.ts'
import { validation } from './validation.ts'

export const update = operation([
  change,
  validation,
  access,
  guards,
  sandbox,
  scope,
  replay,
  answers,
  unobservable,
])
