/**
 * Sends recorded requests and looks at nothing: the least that any client on Node.js has to spend on them.
 * `node replay.mjs FILE BASE_URL AT_ONCE`, where FILE holds what recording.mjs recorded.
 */
import { readFileSync } from 'node:fs'
import { Pool } from 'undici'

const [file, baseUrl, eagerStart] = process.argv.slice(2)
const requests = JSON.parse(readFileSync(file, 'utf8'))
const pool = new Pool(baseUrl, { connections: Number(eagerStart) })
let next = 0

async function sendInTurn() {
  while (next < requests.length) {
    const { method, path, headers, body } = requests[next++]
    const answer = await pool.request({ method, path, headers, body: body || null })
    await answer.body.dump()
  }
}

await Promise.all(Array.from({ length: Number(eagerStart) }, sendInTurn))
await pool.close()
