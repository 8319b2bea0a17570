/** Finding and making elements. Text is only ever set as text. */

/** Control characters, characters without width or of writing direction, halves of surrogate pairs. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** What becomes a child of an element: strings become text, nothing is left out. */
export type Child = Node | string | undefined

/** A text in which nothing is invisible; tabs and line breaks stay. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === '\t' || character === '\n') return character
    const code = (character.codePointAt(0) ?? 0).toString(16)
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
  })
}

/** An element with a class and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  children: Child | Child[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  for (const child of [children].flat()) {
    if (child !== undefined) element.append(typeof child === 'string' ? visible(child) : child)
  }
  return element
}

/** An element that the page has. @throws Error when it has not: page and script are made for each other */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no ${id}`)
  return found
}

/** The first element within `root` that a selector fits. @throws Error when there is none */
export function within<T extends HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector)
  if (found === null) throw new Error(`the page has no ${selector}`)
  return found
}

/** Says something to those who listen to the page. */
export function announce(text: string): void {
  byId('announcement').textContent = text
}
