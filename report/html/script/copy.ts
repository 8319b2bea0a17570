/** Copying to the clipboard, also where the page has no permission for the newer way. */
export const COPY = `
/** A button named by its label and, for who does not see where it stands, by what it copies. */
function copyButton(label, what, textOf) {
  const name = make('span', '', label)
  const button = make('button', 'quiet', [name, make('span', 'unseen', ' ' + what)])
  button.type = 'button'
  button.addEventListener('click', function () {
    copy(textOf()).then(function (done) {
      name.textContent = done ? 'Copied' : 'Not allowed'
      announce(done ? 'Copied' : 'The browser does not allow copying')
      setTimeout(function () {
        name.textContent = label
      }, 1500)
    })
  })
  return button
}

function copy(text) {
  if (!navigator.clipboard) return Promise.resolve(copyBySelection(text))
  return navigator.clipboard.writeText(text).then(
    function () {
      return true
    },
    function () {
      return copyBySelection(text)
    },
  )
}

function copyBySelection(text) {
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
  if (focused) focused.focus()
  return done
}
`
