/** The v3 catalogue covers its pages, and its suites cover the catalogue. */
import { fileURLToPath } from 'node:url'
import { catalogueTest } from '../../helpers/testing/catalogue-test.ts'
import { v3 } from './index.ts'
import { V3_STATEMENTS } from './statements.ts'

catalogueTest(v3, V3_STATEMENTS, fileURLToPath(new URL('./ids.snapshot.txt', import.meta.url)))
