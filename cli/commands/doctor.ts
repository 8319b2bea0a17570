/** `doctor`: what each variable of the configuration is, seen at the target without a change to anybody. */
import { loadEnvironment, readConfig, secretsOf } from '../../helpers/config/config.ts'
import { maskOf } from '../../helpers/secrets/mask-of.ts'
import { printable } from '../../helpers/text/printable.ts'
import { examinationText } from '../../report/examination.ts'
import { examine } from '../../runner/examine.ts'
import { UNSETTLED_EXIT, UsageError } from '../errors.ts'
import { widthOf } from '../terminal.ts'

/** Flags of `doctor` that are no variables. */
export interface DoctorFlags {
  embedded?: boolean
  format?: string
}

/**
 * Prints what was found.
 * @returns 0 where everything that is configured is proven, else 3
 * @throws ConfigError when the configuration is at fault, UsageError for a format that there is not
 */
export async function doctorCommand({
  embedded = false,
  format = 'text',
}: DoctorFlags = {}): Promise<number> {
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`--format ${printable(format, 20)}: there are text and json`)
  }
  const config = readConfig(loadEnvironment(), { embedded })
  for (const notice of config.notices) process.stderr.write(`${notice}\n`)
  const examination = await examine(config)
  const mask = maskOf(secretsOf(config))
  const text =
    format === 'json'
      ? `${JSON.stringify(examination, null, 2)}\n`
      : examinationText(examination, widthOf(process.stdout))
  process.stdout.write(mask(text))
  return examination.ok ? 0 : UNSETTLED_EXIT
}
