/** The layers of the house, as the rules by which the linter refuses imports against them. */

/** What a room may import from beside itself; a room that is not named here has no rule. */
const BELOW = {
  model: [],
  helpers: ['model'],
  language: ['model', 'helpers'],
  contracts: ['model', 'helpers', 'language'],
  suites: ['model', 'helpers', 'language', 'contracts'],
  report: ['model', 'helpers/text', 'helpers/config'],
  runner: ['model', 'helpers', 'language', 'contracts', 'suites', 'report'],
  cli: ['model', 'helpers', 'language', 'contracts', 'suites', 'report', 'runner'],
  reference: [],
}
/** The same among the rooms of helpers/. */
const BELOW_IN_HELPERS = {
  text: [],
  secrets: ['text'],
  lists: ['text'],
  config: ['text', 'secrets', 'lists'],
  schema: ['text', 'secrets', 'lists'],
  http: ['text', 'secrets', 'lists', 'config', 'schema'],
  safety: ['text', 'secrets', 'lists', 'config', 'schema', 'http'],
}
/** Files that may start the reference, where others of their room may not know it. */
const STARTS_REFERENCE = {
  runner: ['runner/worker/open.ts', 'runner/examine.ts', 'runner/proof/**'],
  cli: ['cli/commands/serve.ts', 'cli/commands/prove.ts'],
}
/** The single files across the layers that may be known all the same: plain words. */
const WORDS = { reference: ['model/requirement-ids'], runner: ['reference/book'] }

const MESSAGE =
  'Imports point down: cli > runner > suites > contracts > language > helpers > model; runner > report > helpers; see tests/house/layers.mjs.'

/** What the linter is told, to be written into biome.layers.json. */
export function layerRules() {
  return { overrides: [...rooms(), ...roomsOfHelpers(), ...contracts(), ...startsReference()] }
}

function rooms() {
  return Object.keys(BELOW)
    .filter((room) => room !== 'helpers')
    .map((room) => override([`${room}/**`, ...not(STARTS_REFERENCE[room])], groupsOf(room)))
}

function roomsOfHelpers() {
  return Object.entries(BELOW_IN_HELPERS).map(([room, below]) => {
    const others = Object.keys(BELOW_IN_HELPERS).filter((one) => one !== room && !below.includes(one))
    return override([`helpers/${room}/**`], [...groupsOf('helpers'), ...folders(others)])
  })
}

/** No contract knows another one. */
function contracts() {
  return ['contracts', 'suites'].flatMap((room) => [
    override([`${room}/v3/**`], [...groupsOf(room), '**/v1/**']),
    override([`${room}/v1/**`], [...groupsOf(room), '**/v3/**']),
  ])
}

function startsReference() {
  return Object.entries(STARTS_REFERENCE).map(([room, files]) =>
    override(
      files,
      groupsOf(room).filter((group) => !group.includes('reference')),
    ),
  )
}

/** The folders that a room may not import from, and the single files in them that it may. */
function groupsOf(room) {
  const below = BELOW[room]
  const others = Object.keys(BELOW).filter((one) => one !== room && !below.includes(one))
  const isPart = below.some((one) => one.startsWith('helpers/'))
  const parts = Object.keys(BELOW_IN_HELPERS).filter((one) => !below.includes(`helpers/${one}`))
  return [
    ...folders(others.filter((one) => !isPart || one !== 'helpers')),
    ...(isPart ? folders(parts.map((one) => `helpers/${one}`)) : []),
    ...not((WORDS[room] ?? []).map((file) => `**/${file}.ts`)),
  ]
}

function folders(names) {
  return names.map((name) => `**/${name}/**`)
}

function not(patterns = []) {
  return patterns.map((pattern) => `!${pattern}`)
}

/** Tests, and what supports them, may look everywhere. */
function override(includes, group) {
  const options = { patterns: [{ group, message: MESSAGE }] }
  return {
    includes: [...includes, '!**/*.test.ts', '!**/testing/**'],
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options } } } },
  }
}
