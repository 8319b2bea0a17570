/**
 * To be loaded into a run (`NODE_OPTIONS=--import`): writes the most memory that its process took, in kilobytes,
 * into the file that PEAK_FILE names.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Linux counts what the parent took before it started this process into `maxRSS`, but not into `VmHWM`. */
function peak() {
  try {
    return /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]
  } catch {
    return process.resourceUsage().maxRSS
  }
}

if (isMainThread) process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(peak())))
