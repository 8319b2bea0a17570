/** Starts an implementation in a process of its own. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** An implementation that listens. */
export interface StartedImplementation {
  /** What a run has to be given to check it. */
  environment: Record<string, string>
  /** Resolves once the process is gone. */
  stop(): Promise<void>
}

/**
 * Starts the built implementation in the folder `name`.
 * @throws Error where it ends before it listens
 */
export async function started(name: string, switches: string[]): Promise<StartedImplementation> {
  const main = fileURLToPath(new URL(`./dist/${name}/main.js`, import.meta.url))
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [main], {
    env: { PATH, SWITCHES: switches.join() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    ended.then(() => reject(new Error(`${name} ended before it listened`)))
  })
  return {
    environment: JSON.parse(line),
    async stop() {
      child.kill()
      await ended
    },
  }
}
