/** Whether verdicts fit what is told for them, and name exchanges that are there. */
import type { Report, RequirementResult } from '../../model/report.ts'
import type { Contradiction } from './contradiction.ts'

export function contradictionsOfEvidence({ requirements, exchanges, damages = [] }: Report): Contradiction[] {
  const ids = new Set(exchanges.map(({ id }) => id))
  const known = new Set(requirements.map(({ id }) => id))
  const named = (place: string, id: string | undefined): Contradiction[] =>
    id === undefined || ids.has(id) ? [] : [{ place, says: `there is no exchange ${id}` }]
  return [
    ...repeated(exchanges, 'exchanges'),
    ...repeated(requirements, 'requirements'),
    ...requirements.flatMap((result, index) => {
      const place = `report.json/requirements/${index}`
      return [
        ...ofVerdict(result).map((says) => ({ place: `${place}/verdict`, says: `${result.id}: ${says}` })),
        ...result.evidence.flatMap((id, at) => named(`${place}/evidence/${at}`, id)),
        ...result.deviations.flatMap(({ exchange }, at) =>
          named(`${place}/deviations/${at}/exchange`, exchange),
        ),
        ...(result.follows === undefined || known.has(result.follows)
          ? []
          : [{ place: `${place}/follows`, says: `there is no requirement ${result.follows}` }]),
      ]
    }),
    ...damages.flatMap(({ exchange }, index) => named(`report.json/damages/${index}/exchange`, exchange)),
  ]
}

function repeated(list: readonly { id: string }[], member: string): Contradiction[] {
  const met = new Set<string>()
  return list.flatMap(({ id }, index) => {
    const isKnown = met.has(id)
    met.add(id)
    return isKnown ? [{ place: `report.json/${member}/${index}/id`, says: `${id} is there twice` }] : []
  })
}

/** What a verdict says of itself that its own deviations deny. */
function ofVerdict({ verdict, level, deviations, evidence, reason }: RequirementResult): string[] {
  const has = (wanted: string): boolean => deviations.some((deviation) => deviation.level === wanted)
  const isJudged = verdict === 'passed' || verdict === 'failed' || verdict === 'warning'
  return [
    ...(verdict === 'passed' && deviations.length > 0 ? ['it passed, and deviations are told of it'] : []),
    ...(verdict === 'passed' && evidence.length === 0 ? ['it passed, and no exchange shows it'] : []),
    ...(verdict === 'failed' && !(level === 'must' && has('must'))
      ? ['it failed, and no violated must is told of it']
      : []),
    ...(verdict === 'warning' && deviations.length === 0 ? ['it warns, and nothing is told of it'] : []),
    ...(verdict === 'warning' && level === 'must' && has('must')
      ? ['it only warns, and a violated must is told of it']
      : []),
    ...(!isJudged && reason === undefined ? [`it is ${verdict}, and no reason is told`] : []),
  ]
}
