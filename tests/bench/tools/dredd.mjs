/** The recorded requests as an API Blueprint, an action each, for Dredd. */

/** The description as text. */
export function blueprintOf(requests) {
  return `FORMAT: 1A\n\n# recorded run\n\n${requests.map(actionOf).join('\n')}`
}

function actionOf({ method, path, headers, body, status }, index) {
  const { 'content-type': contentType, ...others } = headers
  const lines = [
    `## request ${index + 1} [${method} ${path}]`,
    '',
    `+ Request${contentType ? ` (${contentType})` : ''}`,
  ]
  if (Object.keys(others).length > 0) {
    lines.push('', '    + Headers', '')
    for (const [name, value] of Object.entries(others)) lines.push(`            ${name}: ${value}`)
  }
  if (body) lines.push('', '    + Body', '', `            ${body}`)
  return [...lines, '', `+ Response ${status}`, ''].join('\n')
}

export const dredd = {
  files: (requests, baseUrl) => ({ 'recorded.apib': blueprintOf(requests, baseUrl) }),
  // Its warnings tell that a resource is described twice, which here is the point.
  args: (baseUrl) => ['recorded.apib', baseUrl, '--loglevel=error'],
}
