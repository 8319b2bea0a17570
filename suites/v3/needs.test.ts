/** The needs of v3 are those that its checks have. */
import { needsTest } from '../../helpers/testing/needs-test.ts'
import { v3 } from './index.ts'
import { V3_NEEDS } from './needs.ts'

needsTest(v3, V3_NEEDS, 'API_KEY')
