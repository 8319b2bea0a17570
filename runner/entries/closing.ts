/** The end of a run, in every shard. */
import { declareClosing } from '../worker/declare-operation.ts'

declareClosing()
