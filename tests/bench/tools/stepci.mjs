/** The recorded requests as one StepCI test, a step each, so that they keep their order. */

/** The workflow as text: JSON, which is YAML too. */
export function workflowOf(requests, baseUrl) {
  return JSON.stringify({
    version: '1.1',
    name: 'recorded run',
    config: { continueOnFail: true },
    tests: { recorded: { steps: requests.map((request, index) => stepOf(request, index, baseUrl)) } },
  })
}

function stepOf({ method, path, headers, body, status }, index, baseUrl) {
  return {
    name: `${index + 1} ${method} ${path}`,
    http: { url: baseUrl + path, method, headers, ...(body ? { body } : {}), check: { status } },
  }
}

export const stepci = {
  files: (requests, baseUrl) => ({ 'workflow.yml': workflowOf(requests, baseUrl) }),
  args: () => ['run', 'workflow.yml'],
  environment: { STEPCI_DISABLE_ANALYTICS: '1' },
}
