/** Finds out before a run, not after it, whether its results can be written. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type ConfigProblem, shown } from './problem.ts'
import type { VariableName } from './variables.ts'

const CAUSES: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the file system is full',
  EDQUOT: 'the quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file of that name is in the way',
  ENOENT: 'it cannot be created there',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'its symbolic links run in a circle',
}

/**
 * Creates `directory` where it is missing, writes a file into it and removes the file again.
 * Resolves to the problem, charged to `variable`, if that cannot be done; never rejects.
 */
export async function checkWritable(
  directory: string,
  variable: VariableName = 'REPORT_DIR',
): Promise<ConfigProblem | undefined> {
  try {
    await createDirectory(resolve(directory))
    const file = join(directory, `.writable-${randomUUID()}`)
    await writeFile(file, '', { flag: 'wx' })
    await rm(file)
    return undefined
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    return {
      variable,
      read: `${shown(directory)}, which cannot be written: ${CAUSES[code] ?? code}`,
      expected: 'a directory that exists or can be created, and that this user may write to',
      fix: `Choose another ${variable}, or give this user the right to write there.`,
    }
  }
}

/**
 * Creates a directory and those above it, one at a time: Node's own recursive creation never returns
 * where a file system says of a missing folder's parent that it does not exist either (`/proc`).
 */
async function createDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(directory)).isDirectory()) return
    const parent = dirname(directory)
    if (code !== 'ENOENT' || parent === directory || (await exists(parent))) throw error
    await createDirectory(parent)
    await mkdir(directory)
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
