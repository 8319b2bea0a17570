/**
 * Loaded into the tools that are compared: refuses every connection that leaves the machine. Some of them tell
 * their makers of each run, which is nobody's business here and would be measured as their time.
 */
import { Socket } from 'node:net'

const LOOPBACK = /^(localhost|127\.[\d.]+|::1|::ffff:127\.[\d.]+)$/
const connect = Socket.prototype.connect

Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const options = typeof first === 'object' ? first : { port: first, host: second }
  const host = options.host ?? 'localhost'
  if (options.path === undefined && !LOOPBACK.test(host)) {
    process.nextTick(() => this.destroy(new Error(`${host} is not on this machine`)))
    return this
  }
  return connect.apply(this, args)
}
