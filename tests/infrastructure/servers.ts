/** Starts servers from the system's packages on loopback, each in a folder of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The programs that these tests know. */
export type Program = 'nginx' | 'haproxy' | 'caddy' | 'squid' | 'tinyproxy' | 'varnishd' | 'apache2'

/** A server that runs. */
export interface Started {
  close(): Promise<void>
}

/** How each of them is started in the foreground with a configuration file. */
const ARGUMENTS: Record<Program, (file: string, folder: string, port: number) => string[]> = {
  nginx: (file) => ['-c', file],
  haproxy: (file) => ['-db', '-q', '-f', file],
  caddy: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
  squid: (file) => ['-N', '-f', file],
  tinyproxy: (file) => ['-d', '-c', file],
  varnishd: (file, folder, port) => [
    ...['-F', '-j', 'none', '-n', join(folder, 'work'), '-s', 'malloc,16m'],
    ...['-a', `127.0.0.1:${port}`, '-f', file],
  ],
  apache2: (file) => ['-X', '-f', file],
}

/** Where packages put servers, which is not always in the path of who is no administrator. */
const PATH = `${process.env.PATH}:/usr/sbin:/sbin`

/** How long a server may take until it listens, in milliseconds, and how often it is looked at. */
const START_MS = 20_000
const LOOK_MS = 50

/** A certificate of the end-to-end tests, by its file name. */
export function certificate(name: string): string {
  return fileURLToPath(new URL(`../e2e/certificates/${name}`, import.meta.url))
}

/** Whether a program is there; says once where it is not, because its tests are then left out. */
export function isInstalled(program: Program): boolean {
  const { error } = spawnSync(program, [program === 'varnishd' ? '-V' : '--help'], {
    env: { PATH },
    stdio: 'ignore',
  })
  if (error) console.warn(`${program} is not installed: its tests are left out.`)
  return error === undefined
}

/** So many ports on which nobody listens at the moment. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address()
            resolve(typeof address === 'object' && address ? address.port : 0)
          })
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/**
 * Starts a program and waits until it listens.
 * @param configuration made for a folder in which the program may write
 * @throws Error where it ends before, or does not listen in time; the message holds what it said
 */
export async function start(
  program: Program,
  ports: readonly number[],
  configuration: (folder: string) => string,
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), `uac-${program}-`))
  // Some of them become another user.
  chmodSync(folder, 0o777)
  const file = join(folder, 'configuration')
  writeFileSync(file, configuration(folder))
  const environment = { PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const child = spawn(program, ARGUMENTS[program](file, folder, ports[0] ?? 0), {
    env: environment,
    cwd: folder,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  const close = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (const end = Date.now() + START_MS; ; await pause(LOOK_MS)) {
    if ((await Promise.all(ports.map(listens))).every(Boolean)) return { close }
    if (child.exitCode !== null || Date.now() > end) {
      await close()
      throw new Error(`${program} does not listen: ${said.slice(-2000)}`)
    }
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
