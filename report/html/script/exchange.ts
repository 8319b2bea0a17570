/** One exchange: its line, both halves, and the command that repeats it. */
export const EXCHANGE = String.raw`
function exchangeElement(exchange, deviations, open) {
  const details = make('details', 'exchange')
  const answer = exchange.response
  const outcome = answer ? String(answer.status) : 'no answer'
  details.append(
    make('summary', '', [
      make('span', 'line', [make('span', '', exchange.id), make('span', '', exchange.request.method + ' ' + pathOf(exchange.request.url)), make('span', 'status', '→ ' + outcome)]),
      make('span', 'for', exchange.caller + ' · ' + exchange.purpose + ' · ' + Math.round(exchange.durationMs) + ' ms'),
    ]),
  )
  details.addEventListener('toggle', function () {
    if (details.open && details.childElementCount === 1) fill()
  })
  function fill() {
    details.append(
      make('div', 'halves', [requestHalf(exchange), answerHalf(exchange, deviations)]),
      make('div', 'curl', [
        make('pre', '', exchange.curl),
        copyButton('Copy', 'the curl command of ' + exchange.id, function () {
          return exchange.curl
        }),
      ]),
    )
    requestAnimationFrame(function () {
      showFirstMark(details)
    })
  }
  if (open) {
    details.open = true
    fill()
  }
  return details
}

/** Scrolls within the body, not the page. */
function showFirstMark(details) {
  const mark = details.querySelector('.body mark')
  if (!mark) return
  const body = mark.closest('.body')
  body.scrollTop = mark.offsetTop - body.offsetTop - body.clientHeight / 3
}

function pathOf(url) {
  const path = /^https?:\/\/[^/]*(\/.*)$/.exec(url)
  return path ? path[1] : url
}

function requestHalf(exchange) {
  const request = exchange.request
  const half = make('div', 'half', [make('h5', '', 'Request'), headers(Object.entries(request.headers), request.method + ' ' + request.url)])
  if (request.body !== undefined) half.append(make('h5', '', 'Body'), bodyElement(request.body, [], 'Body of the request'))
  return half
}

function answerHalf(exchange, deviations) {
  const answer = exchange.response
  const half = make('div', 'half', make('h5', '', 'Answer'))
  if (!answer) {
    half.append(make('p', '', exchange.failure ? exchange.failure.kind + ': ' + exchange.failure.message : 'No answer came.'))
    return half
  }
  const retried = exchange.attempts > 1 ? ' (attempt ' + exchange.attempts + ', waited ' + exchange.waitedMs + ' ms)' : ''
  half.append(headers(answer.headers, String(answer.status) + retried))
  const body = answer.body
  if (body.bytes > 0) half.append(make('h5', '', 'Body'), bodyElement(body.text, deviations, 'Body of the answer'))
  half.append(make('p', 'size', sizeText(body)))
  return half
}

function headers(entries, first) {
  const block = make('pre', 'headers', first)
  for (const [name, value] of entries) block.append('\n', make('b', '', name), visible(': ' + value))
  return block
}

function sizeText(body) {
  if (body.bytes === 0) return 'No body.'
  return (
    body.bytes.toLocaleString('en') +
    ' bytes' +
    (body.invalidUtf8 ? ', not valid UTF-8' : '') +
    (body.truncated ? ', only the beginning is shown; SHA-256 of the whole: ' + body.sha256 : '')
  )
}

/** A body, pretty-printed where it is JSON, the members at fault marked. */
function bodyElement(text, deviations, label) {
  const block = make('pre', 'body')
  block.tabIndex = 0
  block.setAttribute('role', 'region')
  block.setAttribute('aria-label', label)
  const lines = jsonLines(text) || [{ depth: 0, pointer: '', parts: [['', text]] }]
  const marks = new Map()
  for (const deviation of deviations) {
    const line = lineOf(lines, deviation.pointer)
    marks.set(line, (marks.get(line) || []).concat(deviation))
  }
  for (const line of lines) {
    const row = make('span', 'row', line.parts.map(function (part) {
      return part[0] ? make('span', part[0], part[1]) : part[1]
    }))
    const whole = marks.has(line) ? marked(row, line, marks.get(line)) : row
    // A style sheet cannot count, and a style attribute is forbidden here; setting it from a script is not.
    whole.style.setProperty('--depth', String(Math.min(line.depth, 24)))
    block.append(whole)
  }
  return block
}

function marked(row, line, deviations) {
  const must = deviations.some(function (one) {
    return one.level === 'must'
  })
  const notes = deviations.map(function (one) {
    const where = one.pointer === line.pointer ? '' : one.pointer + ': '
    return make('span', 'note', where + 'expected ' + one.expected + ', got ' + one.actual)
  })
  return make('mark', must ? '' : 'should', [row].concat(notes))
}
`
