/**
 * How a violation is seen again by hand. The users of a run are gone when its report is read, so that its requests show
 * nothing any more: the same is asked for on a fresh user, who is removed in the end.
 */
import type { Exchange } from '../model/exchange.ts'
import type { Report, RequirementResult } from '../model/report.ts'
import { type Creation, createdBy, isSuccess } from './creation.ts'
import { curlLine } from './curl.ts'
import { tellingExchanges } from './telling.ts'

/** So many requests between creation and look are worth repeating. */
const MOST_ACTS = 4

/** Takes the id out of an answer, whatever else is in it. */
const ID_OF_ANSWER = `sed -n 's/.*"id": *"\\{0,1\\}\\([^",}]*\\).*/\\1/p' | head -n 1`

/**
 * Lines for a POSIX-like shell: create, act, look, remove.
 * @returns undefined where no user of the run is concerned: then the requests as they were show it again
 */
export function reproduction(
  result: RequirementResult,
  report: Pick<Report, 'exchanges' | 'target'>,
  byId: ReadonlyMap<string, Exchange>,
): string[] | undefined {
  const telling = tellingExchanges(result, byId).map(({ exchange }) => exchange)
  // What may harm stays what it is, with its warning.
  if (telling.some(({ risk }) => risk === true)) return undefined
  const looks = telling.filter((one) => one.request.method === 'GET')
  const acts = telling.filter((one) => one.request.method !== 'GET')
  // Whom the answer shows that is at fault comes first: it is told last.
  for (const shown of [...looks.toReversed(), ...acts.toReversed()]) {
    const creation = creationOf(shown, report.exchanges)
    if (creation !== undefined) return sequence(creation, [...acts, ...looks], report)
  }
  return undefined
}

/** The creation of the user whom an exchange names in its path, or makes. */
function creationOf(shown: Exchange, exchanges: readonly Exchange[]): Creation | undefined {
  const own = createdBy(shown)
  if (own !== undefined) return own
  for (const exchange of exchanges) {
    const made = createdBy(exchange)
    if (made !== undefined && names(shown, made)) return made
  }
  return undefined
}

function names({ request }: Exchange, { id, email }: Creation): boolean {
  return request.url.endsWith(`/${id}`) || (request.body ?? '').includes(`"${email}"`)
}

function sequence(
  creation: Creation,
  told: readonly Exchange[],
  { exchanges, target }: Pick<Report, 'exchanges' | 'target'>,
): string[] | undefined {
  const { exchange, email } = creation
  const shown = told.filter((one) => one !== exchange)
  // What went before a look counts as well: whoever was removed is looked at after that.
  const acts = shown.filter((one) => one.request.method !== 'GET' && names(one, creation))
  const looks = shown.filter(
    (one) => one.request.method === 'GET' && (names(one, creation) || isList(one, creation)),
  )
  if (acts.length + looks.length < shown.length) return undefined
  const removal = plainestOf(exchanges.filter((one) => isRemovalLike(one, exchange)))
  const line = (one: Exchange): string => forFresh(curlLine(one, target.baseUrl), creation)
  // Bodies end without a line break.
  const onItsOwn = (one: Exchange): string => `${line(one)}; echo`
  const create = line(exchange)
  const lines = [
    `EMAIL=again-$(date +%s)@${email.split('@')[1] ?? 'example.com'}`,
    `ANSWER=$(${create.replace(/^curl -i /, 'curl -s ')}); echo "$ANSWER"`,
    `ID=$(printf '%s' "$ANSWER" | ${ID_OF_ANSWER})`,
    ...acts.slice(0, MOST_ACTS).map(onItsOwn),
    ...looks.slice(-1).map(onItsOwn),
    ...(removal === undefined
      ? []
      : [`${forOther(curlLine(removal, target.baseUrl), removal)} # whoever is left is removed`]),
  ]
  // What is written byte by byte cannot be cut open, and what may harm is repeated by nobody unawares.
  const isPlain = lines.every((one) => !one.includes("$'"))
  return isPlain ? lines : undefined
}

/** Whether an exchange lists those among whom the user was created. */
function isList({ request }: Exchange, { exchange }: Creation): boolean {
  return request.url.replace(/\?.*$/, '') === exchange.request.url
}

/** By whoever removed most, which nobody does who may not; of theirs the one that says least. */
function plainestOf(removals: readonly Exchange[]): Exchange | undefined {
  const by = new Map<string, Exchange[]>()
  for (const one of removals) by.set(one.caller, [...(by.get(one.caller) ?? []), one])
  const [most = []] = [...by.values()].sort((one, other) => other.length - one.length)
  const length = ({ request }: Exchange): number => request.body?.length ?? 0
  return most.toSorted((one, other) => length(one) - length(other))[0]
}

/** Whether an exchange is a removal in earnest, in the scope of the creation, that was done. */
function isRemovalLike({ request, response, risk }: Exchange, { request: made }: Exchange): boolean {
  return (
    request.method === 'DELETE' &&
    risk === undefined &&
    response !== undefined &&
    isSuccess(response.status) &&
    !/"sandbox": *true/.test(request.body ?? '') &&
    request.url.startsWith(`${made.url}/`) &&
    request.headers['x-profile-id'] === made.headers['x-profile-id']
  )
}

/** The line with the fresh user in place of the run's. */
function forFresh(line: string, { id, email }: Creation): string {
  return line.replaceAll(`/${id}'`, `/'"$ID"`).replaceAll(email, `'"$EMAIL"'`)
}

/** A removal of somebody else, turned to the fresh user. */
function forOther(line: string, { request }: Exchange): string {
  const id = request.url.slice(request.url.lastIndexOf('/') + 1)
  return line.replaceAll(`/${id}'`, `/'"$ID"`)
}
