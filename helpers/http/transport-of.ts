/** Which way leads to a run's target. */
import type { Config } from '../config/config.ts'
import { type DispatcherConfig, dispatcherFor } from './dispatcher.ts'
import { inProcessTransport } from './in-process.ts'
import type { Transport } from './transport.ts'
import { send } from './undici.ts'

/** The transport of a run: into this process where its configuration says so, else over the network. */
export function transportOf(config: DispatcherConfig & Pick<Config, 'inProcess'>): Transport {
  return config.inProcess === undefined ? liveTransport(config) : inProcessTransport(config.inProcess)
}

/** Over the network, with the run's pool of connections. */
function liveTransport(config: DispatcherConfig): Transport {
  const dispatcher = dispatcherFor(config)
  return {
    isRemote: true,
    send: (url, { method, headers, body, signal }) =>
      send(dispatcher, url, { method: method as 'GET', headers, body, signal }),
    close: () => dispatcher.destroy(),
  }
}
