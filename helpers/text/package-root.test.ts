/** The package is found from wherever its code lies. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageRoot, suiteVersion } from './package-root.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-root-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('finds the folder with the schemas and the version in package.json', () => {
  expect(existsSync(join(packageRoot(), 'schemas', 'v3', 'user.schema.json'))).toBe(true)
  const manifest = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
  expect(suiteVersion()).toBe(manifest.version)
})

/** A copy of the module at this place, loaded on its own. */
async function copyAt(place: string): Promise<typeof import('./package-root.ts')> {
  mkdirSync(place, { recursive: true })
  const copy = join(place, 'package-root.ts')
  copyFileSync(new URL('package-root.ts', import.meta.url), copy)
  return import(/* @vite-ignore */ pathToFileURL(copy).href)
}

test('passes by the manifests of others, and broken ones', async () => {
  const dist = join(folder, 'package', 'dist')
  const copy = await copyAt(join(dist, 'helpers'))
  writeFileSync(join(dist, 'helpers', 'package.json'), '{')
  writeFileSync(join(dist, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'package', 'package.json'), '{"name":"users-api-conformance","version":"9.8.7"}')
  expect(copy.packageRoot()).toBe(join(folder, 'package'))
  expect(copy.suiteVersion()).toBe('9.8.7')
})

test('says so when there is none', async () => {
  const copy = await copyAt(join(folder, 'nowhere'))
  expect(() => copy.packageRoot()).toThrow('no package.json of users-api-conformance at or above')
})
