/** The needs of v1 are those that its checks have. */
import { needsTest } from '../../helpers/testing/needs-test.ts'
import { v1 } from './index.ts'
import { V1_NEEDS } from './needs.ts'

needsTest(v1, V1_NEEDS, 'ACCESS_TOKEN')
