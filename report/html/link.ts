/** Puts compiled modules into one script: a page that may load nothing has no other way to more than one file. */

const IMPORT = /^import .*? from '\.\/([\w-]+)\.js';?\n/gm
const DECLARED = /^(?:async )?(?:function|const|let|class) (\w+)/gm

/**
 * The modules that `entry` imports, each once and before those that import it, and `entry` last, in one scope.
 * @param read gives the compiled text of a module, e.g. of `dom` for `./dom.js`
 * @throws Error when two modules declare one name, or one imports or exports in a way that is not known here
 */
export function linked(entry: string, read: (name: string) => string): string {
  const seen = new Set<string>()
  const declared = new Map<string, string>()
  const parts: string[] = []
  const add = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const text = read(name)
    for (const [, other = ''] of text.matchAll(IMPORT)) add(other)
    const body = text
      .replace(IMPORT, '')
      .replace(/^export (?!default|\{|\*)/gm, '')
      .replace(/^export \{\};?\n/gm, '')
    const left = /^(?:import|export)\b.*/m.exec(body)
    if (left) throw new Error(`${name}: cannot be linked: ${left[0]}`)
    for (const [, variable = ''] of body.matchAll(DECLARED)) {
      const other = declared.get(variable)
      if (other !== undefined) throw new Error(`${variable} is declared in ${other} and in ${name}`)
      declared.set(variable, name)
    }
    parts.push(body)
  }
  add(entry)
  return `(() => {\n'use strict';\n${parts.join('')}})();\n`
}
