/** The v1 catalogue covers its pages, and its checks cover the catalogue. */
import { catalogueTest } from '../../helpers/testing/catalogue-test.ts'
import { v1 } from './index.ts'

catalogueTest(v1, v1.statements)
