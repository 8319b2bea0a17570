/** Laying text out in columns of characters. */

/** Breaks at blanks so that lines stay within `width`; a longer word stands alone, uncut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines
}

/** A label and its text beside it, the following lines indented below the text. */
export function labelled(label: string, text: string, labelWidth: number, width: number): string[] {
  const room = Math.max(20, width - labelWidth)
  return wrap(text, room).map((line, index) => (index === 0 ? label : '').padEnd(labelWidth) + line)
}
