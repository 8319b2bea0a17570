/** Making elements. Text is only ever set as text. */
export const DOM = String.raw`
// Control characters, characters without width or of writing direction, halves of surrogate pairs.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

function visible(text) {
  return String(text).replace(UNSAFE, function (character) {
    const code = character.codePointAt(0).toString(16)
    return code.length > 4 ? '\\u{' + code + '}' : '\\u' + code.padStart(4, '0')
  })
}

/** An element with a class and children; strings among them become text. */
function make(tag, className, children) {
  const element = document.createElement(tag)
  if (className) element.className = className
  for (const child of [].concat(children === undefined ? [] : children)) {
    if (child === null || child === undefined) continue
    element.append(typeof child === 'object' ? child : visible(child))
  }
  return element
}

function byId(id) {
  return document.getElementById(id)
}

function announce(text) {
  byId('announcement').textContent = text
}
`
