/** Which checks the run of a target is to judge. */
import type { DeclaredCheck } from '../../language/bind.ts'
import type { ContractModule } from '../../language/module.ts'
import type { Target } from '../target.ts'

/** The checks of a module that the target's run is to judge. */
export function selected(module: ContractModule, target: Target): DeclaredCheck[] {
  const { only, part } = target
  const wanted = only === undefined ? module.checks : module.checks.filter(({ id }) => only.includes(id))
  return part === undefined ? wanted : wanted.filter((check) => belongs(check, part))
}

/** Closing checks cost no request and judge what each part saw; those of phase `last` stay together. */
function belongs({ id, phase }: DeclaredCheck, part: NonNullable<Target['part']>): boolean {
  if (phase === 'closing') return true
  return phase === 'last' ? part.last : part.ids.includes(id)
}
