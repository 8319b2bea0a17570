/** The end of a run, in every shard. */
import { declareClosing } from '../declare.ts'

declareClosing()
