/**
 * Loaded into every measured process: writes its peak of resident memory, in bytes, where `BENCH_PEAK_FILE` says.
 * The system counts per process, so worker threads are in it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Linux lets a process begin with its parent's peak in `maxRSS`, but not in what it tells under /proc. */
function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
  } catch {
    return process.resourceUsage().maxRSS * 1024
  }
}

const file = process.env.BENCH_PEAK_FILE
if (isMainThread && file) process.on('exit', () => writeFileSync(file, String(peak())))
