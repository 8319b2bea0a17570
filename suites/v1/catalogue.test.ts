/** The v1 catalogue covers its pages, and its suites cover the catalogue. */
import { fileURLToPath } from 'node:url'
import { catalogueTest } from '../../helpers/testing/catalogue-test.ts'
import { v1 } from './index.ts'
import { V1_STATEMENTS } from './statements.ts'

catalogueTest(v1, V1_STATEMENTS, fileURLToPath(new URL('./ids.snapshot.txt', import.meta.url)))
