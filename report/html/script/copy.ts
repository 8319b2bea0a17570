/** Copying to the clipboard, also where the page has no permission for the newer way. */
import { announce, make } from './dom.ts'

const SAID_MS = 1500

/** A button named by its label and, for who does not see where it stands, by what it copies. */
export function copyButton(label: string, what: string, textOf: () => string): HTMLButtonElement {
  const name = make('span', '', label)
  const button = make('button', 'quiet', [name, make('span', 'unseen', ` ${what}`)])
  button.type = 'button'
  button.addEventListener('click', async () => {
    const done = await copy(textOf())
    name.textContent = done ? 'Copied' : 'Not allowed'
    announce(done ? 'Copied' : 'The browser does not allow copying')
    setTimeout(() => {
      name.textContent = label
    }, SAID_MS)
  })
  return button
}

async function copy(text: string): Promise<boolean> {
  // A page from a file has no clipboard of the newer kind in some browsers, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard === undefined) return copyBySelection(text)
  try {
    await clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = make('textarea', 'unseen')
  area.value = text
  document.body.append(area)
  area.select()
  let done = false
  try {
    done = document.execCommand('copy')
  } catch {
    done = false
  }
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return done
}
