/** `run`: judges the configured target and writes the report. */
import { ConfigError, loadEnvironment, readConfig, secretsOf } from '../../helpers/config/config.ts'
import { checkWritable } from '../../helpers/config/writable.ts'
import { exitCode } from '../../helpers/report/build.ts'
import { terminalSummary } from '../../helpers/report/terminal.ts'
import { writeReport } from '../../helpers/report/write.ts'
import { runConformance } from '../../helpers/runner/conformance.ts'
import { createMask } from '../../helpers/secrets/mask.ts'

/** @returns the exit code that design and README promise */
export async function runCommand(): Promise<number> {
  try {
    const config = readConfig(loadEnvironment())
    const problem = await checkWritable(config.reportDir)
    if (problem) throw new ConfigError([problem])
    const report = await runConformance(config)
    const mask = createMask(secretsOf(config))
    await writeReport(report, config.reportDir, { mask, containsSecret: mask.containsSecret })
    process.stdout.write(
      mask(
        terminalSummary(report, {
          colour: process.stdout.isTTY === true,
          width: process.stdout.columns ?? 100,
          reportPath: config.reportDir,
        }),
      ),
    )
    return exitCode(report, config.allowIncomplete)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}
