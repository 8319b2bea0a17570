/** Judges targets in threads of our own, one for each group; ends whatever the targets and the threads do. */
import type { Worker } from 'node:worker_threads'
import { type Collector, errorText } from './collect.ts'
import type { Target } from './target.ts'
import { OVERDUE, startTime } from './time.ts'
import type { FromWorker, ToWorker } from './worker/messages.ts'
import { startWorker, type WorkerAhead } from './worker-ahead.ts'

/** How threads are run. */
export interface ThreadOptions {
  /** What a worker runs. */
  script: URL
  signal?: AbortSignal | undefined
  /** Milliseconds after which workers that have not ended are ended; absent: what the targets' limits allow. */
  limitMs?: number | undefined
  /** The worker of the first group, where it has been asked to start already. */
  ahead?: WorkerAhead | undefined
}

/** Judges every group; resolves when all workers have ended, or their time is over. */
export async function runInThreads(
  groups: Target[][],
  collector: Collector,
  { script, signal, limitMs, ahead }: ThreadOptions,
): Promise<void> {
  const time = startTime(groups, { signal, limitMs })
  const workers = groups.map((targets, index) => {
    const contracts = new Set(targets.flatMap((target) => target.contracts))
    return (index === 0 ? ahead?.take() : undefined) ?? startWorker([...contracts], script)
  })
  try {
    const ended = Promise.all(
      workers.map((worker, index) => judgedBy(worker, groups[index] ?? [], collector)),
    )
    if ((await Promise.race([ended, time.over])) === 'overdue') collector.errors.push(OVERDUE)
  } finally {
    time.dispose()
    await Promise.all(workers.map(end))
  }
}

/** Ends a worker, of which nothing more is heard then. */
async function end(worker: Worker): Promise<void> {
  worker.removeAllListeners()
  worker.on('error', () => undefined)
  await worker.terminate()
}

/** Asks a worker to judge; resolves when it has said all, or is no more. */
function judgedBy(worker: Worker, targets: Target[], collector: Collector): Promise<void> {
  return new Promise((resolve) => {
    let isOver = false
    const over = (why?: string): void => {
      if (isOver) return
      isOver = true
      if (why !== undefined) collector.errors.push(why)
      resolve()
    }
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'judged') for (const judged of message.judged) collector.judged(judged)
      if (message.kind === 'ended') collector.ended(message.end)
      if (message.kind === 'broke') collector.errors.push(message.message)
      if (message.kind === 'done') over()
    })
    worker.once('error', (error) => over(errorText(error)))
    worker.once('exit', () => over('the worker ended before its time'))
    worker.postMessage({ targets } satisfies ToWorker)
  })
}
