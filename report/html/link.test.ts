import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { linked } from './link.ts'

const link = (modules: Record<string, string>): string => linked('main', (name) => modules[name] ?? '')

describe('linked', () => {
  test('runs modules in one scope, each once and before those that import it', () => {
    const script = link({
      main: "import { one } from './one.js';\nimport { two, } from './two.js';\ntell(one + two);\n",
      one: "import { two } from './two.js';\nexport const one = two + 1;\n",
      two: 'export const two = 1;\nexport function unused() { }\n',
    })
    const told: unknown[] = []
    runInNewContext(script, { tell: (value: unknown) => told.push(value) })
    expect(told).toEqual([3])
  })

  test('refuses a name that two modules declare: they would be one', () => {
    const modules = { main: "import { a } from './a.js';\nfunction help() { }\n", a: 'function help() { }\n' }
    expect(() => link(modules)).toThrow('help is declared in a and in main')
  })

  test.each([
    'export { a as b };',
    "import a from 'elsewhere';",
    "export * from './a.js';",
    'export default a;',
  ])('refuses what it does not know: %s', (line) => {
    expect(() => link({ main: `const a = 1;\n${line}\n` })).toThrow('main: cannot be linked')
  })
})
