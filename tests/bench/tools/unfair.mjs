/** What the comparison with other tools does not show; printed below every table of it. */

/** The sentences, for `requests` recorded from a run that judged `judged` requirements. */
export function unfair(requests, judged) {
  return [
    `The work is not the same. Every other tool checks ${requests} statuses that are known beforehand. The suite judges ${judged} requirements, checks every answer against the documented shape, holds each refusal against the request that succeeds, removes what it created, and writes a report with the evidence. None of the others has a word for a requirement, a caller with a role, a user of one's own, or a removal that must be refused. The same depth would have to be written by hand for each, so it is not measured.`,
    'They are told what the suite has to find out. Ids and credentials stand in their files, which is possible only because this reference starts with the same ones every time. Against another target they would need captures and scripts, while the suite reads each id from an earlier answer and waits for it.',
    'The suite keeps up to sixteen requests under way, the others send one after another. StepCI can run tests that are independent at the same time; these requests are not, and stand in one test.',
    'Where a tool cannot send a request as it was, it sends the nearest that it can, and the request is missing under "as recorded". Redocly Respect writes JSON from values, so a body that is cut short, `null` or `{}` comes out differently, and it labels a body that had no `Content-Type`. With sixteen at once the order is lost, and with it some answers.',
    'Dredd is meant for one request per documented answer. Here its description has an action for each recorded request, and its warnings about that are not shown. The line break that it puts behind a body is not held against it.',
    "Everything runs on one machine, over loopback, without TLS or a proxy, with each tool's usual output going into a pipe. What a tool would tell its makers is switched off, and connections that leave the machine are refused. The dependencies of the tools are those that npm chose on the day of their installation.",
    'Tools that do not run on Node.js are not compared.',
  ]
}
