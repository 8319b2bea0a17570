/** The file that Vitest runs for the toy contract, in place of runner/entry.ts. */
import { inject } from 'vitest'
import { declareTarget } from '../../runner/worker/declare.ts'
import { openRun } from '../../runner/worker/open.ts'
import { toy } from './contract.ts'

const loaded = [await toy.load()]
for (const target of inject('targets')) declareTarget(target, loaded, () => openRun(target, loaded))
