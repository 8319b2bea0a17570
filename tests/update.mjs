/** Writes whatever is generated from declarations: those of suites/, and the layers of the house. Compile first: it reads dist/. */
import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { generatedFiles } from '../dist/runner/generated.js'
import { layerRules } from './house/layers.mjs'

for (const [path, text] of generatedFiles()) {
  const url = new URL(`../${path}`, import.meta.url)
  await mkdir(new URL('./', url), { recursive: true })
  await writeFile(url, text)
}

const layers = new URL('../biome.layers.json', import.meta.url)
await writeFile(layers, JSON.stringify(layerRules(), null, 2))
execFileSync('npx', ['biome', 'format', '--write', 'biome.layers.json'], { stdio: 'ignore' })
