/** The configuration of a run, once it is seen that what the run writes can be written. */
import {
  type Config,
  ConfigError,
  loadEnvironment,
  type ReadOptions,
  readConfig,
} from '../helpers/config/config.ts'
import { checkWritable } from '../helpers/config/writable.ts'

/** @throws ConfigError that names everything wrong with it, or the directory that cannot be written */
export async function configured(
  options: ReadOptions = {},
  environment = loadEnvironment(),
): Promise<Config> {
  const config = readConfig(environment, options)
  const problem =
    (await checkWritable(config.reportDir)) ??
    (config.baseUrl === undefined ? undefined : await checkWritable(config.journalDir, 'JOURNAL_DIR'))
  if (problem) throw new ConfigError([problem])
  return config
}
