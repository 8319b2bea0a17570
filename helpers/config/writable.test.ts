import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkWritable } from './writable.ts'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'writable-'))
})

afterEach(() => {
  rmSync(directory, { recursive: true })
})

describe('checkWritable', () => {
  test('creates the directory and leaves nothing in it', async () => {
    const path = join(directory, 'a', 'b')
    expect(await checkWritable(path)).toBeUndefined()
    expect(readdirSync(path)).toEqual([])
  })

  test('accepts a directory that is there, and leaves its files alone', async () => {
    writeFileSync(join(directory, 'report.json'), '{}')
    expect(await checkWritable(directory)).toBeUndefined()
    expect(readdirSync(directory)).toEqual(['report.json'])
  })

  test.each(['file', 'file/below', 'file/below/it'])(
    'reports %s, where a file is in the way',
    async (path) => {
      writeFileSync(join(directory, 'file'), '')
      const problem = await checkWritable(join(directory, path))
      expect(problem?.variable).toBe('REPORT_DIR')
      expect(problem?.read).toContain(JSON.stringify(join(directory, path)).slice(0, 60))
      expect(problem?.fix).toContain('REPORT_DIR')
      expect(existsSync(join(directory, 'file', 'below'))).toBe(false)
    },
  )

  test('charges the variable it was asked for', async () => {
    writeFileSync(join(directory, 'file'), '')
    expect((await checkWritable(join(directory, 'file'), 'JOURNAL_DIR'))?.variable).toBe('JOURNAL_DIR')
  })

  test('reports a path that no file system takes', async () => {
    expect(await checkWritable(join(directory, 'x'.repeat(5000)))).toMatchObject({ variable: 'REPORT_DIR' })
    expect(await checkWritable('a\u0000b')).toMatchObject({ variable: 'REPORT_DIR' })
  })
})
