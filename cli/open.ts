/** Shows a file in whatever the desktop opens it with. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const COMMANDS: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens a file and does not wait; where there is no desktop nothing happens. */
export function openFile(path: string, start: typeof spawn = spawn): void {
  const [command = '', ...words] = COMMANDS[process.platform] ?? ['xdg-open']
  const child = start(command, [...words, resolve(path)], { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}
