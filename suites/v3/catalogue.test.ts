/** The v3 catalogue covers its pages, and its checks cover the catalogue. */
import { catalogueTest } from '../../helpers/testing/catalogue-test.ts'
import { v3 } from './index.ts'

catalogueTest(v3, v3.statements)
