/** The step of the build behind `tsc`: writes the compiled schemas beside the compiled sources. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { precompiledCode } from './precompile.ts'

writeFileSync(new URL('precompiled.cjs', import.meta.url), precompiledCode())
// A run that cannot load it goes on without; the build does not.
createRequire(import.meta.url)('./precompiled.cjs')
