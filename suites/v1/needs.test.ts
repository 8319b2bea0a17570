/** The needs of v1 are those that its checks have. */
import { needsTest } from '../../helpers/testing/needs-test.ts'
import { v1 } from './index.ts'

needsTest(v1)
