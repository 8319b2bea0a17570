/** Where this package lives and which version it is, from the source tree and the compiled tree alike. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'users-api-conformance'

interface Package {
  root: string
  version: string
}

let found: Package | undefined

/** Absolute path of the folder that holds this package's package.json. Throws when there is none above. */
export function packageRoot(): string {
  return ownPackage().root
}

/** Version of the suite as package.json has it, e.g. `0.1.0`. Throws when there is no package.json above. */
export function suiteVersion(): string {
  return ownPackage().version
}

function ownPackage(): Package {
  found ??= findPackage(dirname(fileURLToPath(import.meta.url)))
  return found
}

/** The nearest folder at or above `start` whose package.json bears our name: a copied `dist` may have others on the way. */
function findPackage(start: string): Package {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = readManifest(folder)
    if (manifest?.name === NAME) return { root: folder, version: manifest.version ?? '0.0.0' }
    if (dirname(folder) === folder) throw new Error(`no package.json of ${NAME} at or above ${start}`)
  }
}

function readManifest(folder: string): { name?: string; version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name?: string
      version?: string
    }
  } catch {
    return undefined
  }
}
