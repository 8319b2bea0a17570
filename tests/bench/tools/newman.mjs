/** The recorded requests as a Postman collection, each with one test of its status. */

/** Headers that Newman would add by itself and a recorded request may be without. */
const SYSTEM_HEADERS = { 'content-type': true }

/** The collection as text. */
export function collectionOf(requests, baseUrl) {
  return JSON.stringify({
    info: {
      name: 'recorded run',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: requests.map((request, index) => itemOf(request, index, baseUrl)),
  })
}

function itemOf({ method, path, headers, body, status }, index, baseUrl) {
  return {
    name: `${index + 1} ${method} ${path}`,
    protocolProfileBehavior: { disabledSystemHeaders: SYSTEM_HEADERS, disableBodyPruning: true },
    request: {
      method,
      url: baseUrl + path,
      header: Object.entries(headers).map(([key, value]) => ({ key, value })),
      ...(body ? { body: { mode: 'raw', raw: body } } : {}),
    },
    event: [
      {
        listen: 'test',
        script: { exec: [`pm.test('status is ${status}', () => pm.response.to.have.status(${status}))`] },
      },
    ],
  }
}

export const newman = {
  files: (requests, baseUrl) => ({ 'collection.json': collectionOf(requests, baseUrl) }),
  args: () => ['run', 'collection.json'],
}
