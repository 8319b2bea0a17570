/** Finds out before a run, not after it, whether its results can be written. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
    await mkdir(directory, { recursive: true })
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
