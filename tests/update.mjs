/** Writes whatever is generated from the declarations in suites/. Compile first: it reads dist/. */
import { mkdir, writeFile } from 'node:fs/promises'
import { generatedFiles } from '../dist/runner/generated.js'

for (const [path, text] of generatedFiles()) {
  const url = new URL(`../${path}`, import.meta.url)
  await mkdir(new URL('./', url), { recursive: true })
  await writeFile(url, text)
}
