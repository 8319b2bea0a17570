/** The needs of v3 are those that its checks have. */
import { needsTest } from '../../helpers/testing/needs-test.ts'
import { v3 } from './index.ts'

needsTest(v3)
