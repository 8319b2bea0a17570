/** The step of the build behind `tsc`: writes the catalogues beside the compiled sources. */
import { writeFileSync } from 'node:fs'
import { declaredCatalogues } from './index.ts'

writeFileSync(new URL('catalogues.json', import.meta.url), JSON.stringify(declaredCatalogues()))
