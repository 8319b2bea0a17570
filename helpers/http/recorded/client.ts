/** The client of a run that is judged again: it answers from the recorded traffic, and nothing leaves this computer. */
import type { Answer } from '../../../model/answer.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { LostAnswer } from '../ambiguous-write.ts'
import type { Call } from '../call.ts'
import { Client, refuseLong } from '../client.ts'
import type { ClientOptions } from '../client-options.ts'
import type { Received } from '../sender.ts'
import type { Transport } from '../transport.ts'
import { NotRecorded, type RecordedTraffic } from './traffic.ts'

/** Leads nowhere. */
export const NOWHERE: Transport = {
  isRemote: false,
  send: () => Promise.reject(new Error('a recorded run sends nothing')),
  close: async () => undefined,
}

/** U+FFFD in UTF-8, which stands in a text for bytes that are none. */
const REPLACEMENT = Buffer.from('\ufffd')
/** A byte that UTF-8 never has. */
const NO_UTF8 = 0xff

export class RecordedClient extends Client {
  readonly #traffic: RecordedTraffic

  constructor(options: ClientOptions, traffic: RecordedTraffic) {
    super(options)
    this.#traffic = traffic
  }

  /** @throws Inconclusive as the live client did; NotRecorded where the traffic does not hold what it takes */
  override async send(call: Call): Promise<Answer> {
    refuseLong(call)
    const { recorder, mask, maskSent = mask, baseUrl } = this.options
    const recorded = await this.#traffic.find({
      ...call,
      url: mask(baseUrl + call.path),
      headers: Object.fromEntries(
        Object.entries(call.headers).map(([name, value]) => [name, maskSent(value)]),
      ),
      ...(call.body === undefined ? {} : { body: mask(call.body) }),
    })
    const exchange = { ...recorded }
    try {
      if (exchange.response === undefined) throw failureOf(exchange)
      if (isCut(exchange)) {
        this.#traffic.cut.add(exchange.id)
        throw new NotRecorded(`the recorded body of ${exchange.id} is cut: what it showed is not there`)
      }
      return await this.answerOf(receivedOf(exchange), exchange)
    } finally {
      recorder.add(recorded)
    }
  }
}

/** Whether a body would have to be seen whole: of a page that is no JSON, its beginning says as much. */
function isCut({ response }: Exchange): boolean {
  return response?.body.truncated === true && !/^\s*</.test(response.body.text)
}

function failureOf({ failure, operation, purpose, request }: Exchange): Inconclusive {
  const message = `${operation} (${purpose}): ${failure?.message ?? 'no answer was recorded'}`
  const isLost = request.method !== 'GET' && failure?.kind === 'reset'
  return isLost ? new LostAnswer(message) : new Inconclusive(message)
}

function receivedOf({ response, request }: Exchange): Received {
  const headers: Received['headers'] = {}
  for (const [name, value] of response?.headers ?? []) headers[name] = value
  const data = Buffer.from(response?.body.text ?? '')
  const broken = response?.body.invalidUtf8 ? data.indexOf(REPLACEMENT) : -1
  if (broken >= 0) data[broken] = NO_UTF8
  return { status: response?.status ?? 0, headers, data, sent: request.headers }
}
