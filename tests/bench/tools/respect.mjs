/** The recorded requests as one Arazzo workflow of Redocly Respect, a step each. */

/** Every Arazzo description has to name an API; the steps name their addresses themselves. */
const NO_API = JSON.stringify({ openapi: '3.1.0', info: { title: 'none', version: '1' }, paths: {} })

/** The description as text: JSON, which is YAML too. */
export function arazzoOf(requests, baseUrl) {
  return JSON.stringify({
    arazzo: '1.0.1',
    info: { title: 'recorded run', version: '1' },
    sourceDescriptions: [{ name: 'none', type: 'openapi', url: 'openapi.json' }],
    workflows: [
      { workflowId: 'recorded', steps: requests.map((request, index) => stepOf(request, index, baseUrl)) },
    ],
  })
}

function stepOf({ method, path, headers, body, status }, index, baseUrl) {
  const type = headers['content-type']
  return {
    stepId: `request-${index + 1}`,
    'x-operation': { url: baseUrl + path, method },
    parameters: Object.entries(headers).map(([name, value]) => ({ in: 'header', name, value })),
    ...(body ? { requestBody: { contentType: type ?? 'text/plain', payload: payloadOf(body, type) } } : {}),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  }
}

/** JSON is written from a value, so a body that is none, such as one cut off, cannot be sent as it was. */
function payloadOf(body, type) {
  if (type !== 'application/json') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

export const respect = {
  files: (requests, baseUrl) => ({ 'arazzo.yaml': arazzoOf(requests, baseUrl), 'openapi.json': NO_API }),
  args: () => ['respect', 'arazzo.yaml'],
  environment: { REDOCLY_TELEMETRY: 'off' },
}
