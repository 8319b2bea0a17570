/** The proof as text: for the terminal, and as Markdown for who reads the project. */
import { claimLines, type Pair } from './claims.ts'
import { ratesByKind } from './kinds.ts'
import { type FaultProof, isCaught, isMissed, type Proof, type VariantProof } from './proof.ts'

/** One line per fault and variant; what went wrong comes last, where it is seen. */
export function proofText(proof: Proof): string {
  const lines = [
    ...proof.faults.map(faultLine),
    '',
    ...proof.variants.map(variantLine),
    '',
    ...proof.unproven.map((id) => `UNPROVEN  ${id}: no fault makes it fail`),
    ...proof.faults.filter(isMissed).map(faultLine),
    ...claimLines(proof.claims),
    ...proof.variants.filter(({ accused }) => accused.length > 0).map(variantLine),
    ...proof.harm.map(({ name, safety, says }) => `HARM      ${name} (${safety}): ${says}`),
    ...ratesByKind(proof),
    conclusion(proof),
  ]
  return `${lines.join('\n')}\n`
}

/** The same as Markdown tables. */
export function proofMarkdown(proof: Proof): string {
  const faults = proof.faults.map(
    (fault) =>
      `| \`${fault.name}\` | ${cell(fault.says)} | ${codes(fault.requirement)} | ${outcome(fault)} | ${codes(fault.alsoAccused)} |`,
  )
  const variants = proof.variants.map(
    ({ name, says, accused, warned, unsettled }) =>
      `| \`${name}\` | ${cell(says)} | ${accused.length > 0 ? codes(accused) : 'never'} | ${warned.length} | ${unsettled.length} |`,
  )
  return [
    '# Proof by faults',
    '',
    conclusion(proof),
    '',
    ...ratesByKind(proof).flatMap((line) => [line, '']),
    '## Faults',
    '',
    '| fault | what is wrong | requirement | verdict | also accused |',
    '| --- | --- | --- | --- | --- |',
    ...faults,
    '',
    '## Honest variants',
    '',
    '| variant | freedom taken | accused | warnings | unsettled |',
    '| --- | --- | --- | --- | --- |',
    ...variants,
    '',
    ...(proof.harm.length > 0
      ? [
          '## Harm',
          '',
          ...proof.harm.map(({ name, safety, says }) => `- \`${name}\` (${safety}): ${cell(says)}`),
          '',
        ]
      : []),
    ...claimsSection('Claims that do not come true', proof.claims.hollow),
    ...claimsSection('Accusations of other operations that nobody claims', proof.claims.undue),
    ...(proof.unproven.length > 0
      ? ['## Requirements without a fault', '', ...proof.unproven.map((id) => `- \`${id}\``), '']
      : []),
  ].join('\n')
}

function claimsSection(title: string, pairs: readonly Pair[]): string[] {
  if (pairs.length === 0) return []
  return [
    `## ${title}`,
    '',
    ...pairs.map(({ fault, requirement }) => `- \`${fault}\`: \`${requirement}\``),
    '',
  ]
}

function outcome(fault: FaultProof): string {
  if (isMissed(fault)) return '**missed**'
  return isCaught(fault) ? 'caught' : 'told, not charged'
}

function faultLine(fault: FaultProof): string {
  const { name, requirement, caughtBy, toldBy, alsoAccused } = fault
  const verdict = isMissed(fault) ? 'MISSED' : isCaught(fault) ? 'caught' : 'told'
  const others = alsoAccused.length > 0 ? `  (also ${alsoAccused.join(', ')})` : ''
  return `${verdict.padEnd(9)} ${name.padEnd(52)} ${(caughtBy[0] ?? toldBy[0] ?? requirement.join(', ')).padEnd(44)}${others}`
}

function variantLine({ name, accused, warned, unsettled }: VariantProof): string {
  const verdict = accused.length > 0 ? 'ACCUSED' : 'clear'
  const notes = [
    ...(accused.length > 0 ? [accused.join(', ')] : []),
    ...(warned.length > 0 ? [`warned: ${warned.join(', ')}`] : []),
    ...(unsettled.length > 0 ? [`unsettled: ${unsettled.join(', ')}`] : []),
  ]
  return `${verdict.padEnd(9)} ${name.padEnd(52)} ${notes.join('; ')}`.trimEnd()
}

function conclusion({ summary, faults, variants, unproven, claims, harm, books }: Proof): string {
  const mischarged = `${claims.hollow.length + claims.undue.length} wrong charges`
  const caught = faults.filter(isCaught).length
  const clear = variants.filter(({ accused }) => accused.length === 0).length
  const told = faults.filter((fault) => !isCaught(fault) && !isMissed(fault)).length
  const scarce = faults.filter((fault) => isCaught(fault) && fault.inPlenty).length
  const notes = [
    ...(scarce === 0 ? [] : [`${scarce} of them only where invitations are plenty`]),
    ...(told === 0 ? [] : [`${told} more told, not charged`]),
  ]
  const beside = notes.length === 0 ? '' : ` (${notes.join('; ')})`
  return `${caught} of ${faults.length} faults caught${beside}, ${clear} of ${variants.length} honest variants cleared, ${unproven.length} requirements unproven, ${mischarged}, ${harm.length === 0 ? 'nobody' : `${harm.length} people`} harmed or forgotten in ${books} runs, in ${(summary.durationMs / 1000).toFixed(1)} s`
}

function codes(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(' ')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
