import { Hono } from 'hono'
import type { Letter, Letters } from './letters.ts'
import { letterPage, listPage, problemPage } from './pages.ts'
import { mailboxText } from './text.ts'

/** The mails are shown, never run: nothing of theirs loads from elsewhere, and no script. */
const letterPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:"
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'"

/** The mailbox as pages for people, and as JSON in maildev's shape for programs. */
export function mailboxApp(letters: Letters): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    if (!context.res.headers.has('content-security-policy')) context.header('content-security-policy', pagePolicy)
    context.header('x-content-type-options', 'nosniff')
    context.header('referrer-policy', 'no-referrer')
    context.header('cache-control', 'no-store')
  })

  const textOf = (header: string | undefined) => mailboxText(header ?? '')

  app.get('/', async (context) => {
    const query = context.req.query('q') ?? ''
    return context.html(listPage(textOf(context.req.header('accept-language')), await letters.list(query), query))
  })
  app.get('/mail/:id', async (context) => {
    const text = textOf(context.req.header('accept-language'))
    const letter = await letters.find(context.req.param('id'))
    return letter ? context.html(letterPage(text, letter)) : context.html(problemPage(text), 404)
  })
  app.get('/mail/:id/shown', async (context) => {
    const letter = await letters.find(context.req.param('id'))
    if (!letter) return context.notFound()
    return context.html(inTopWindow(letter.html), 200, { 'content-security-policy': letterPolicy })
  })

  app.get('/email', async (context) => context.json(await letters.list(context.req.query('q') ?? '')))
  app.delete('/email/all', (context) => {
    letters.clear()
    return context.json(true)
  })
  const found = (letter: Letter | null, show: (letter: Letter) => Response) =>
    letter ? show(letter) : Response.json({ error: 'there is no such mail' }, { status: 404 })
  app.get('/email/:id', async (context) =>
    found(await letters.find(context.req.param('id')), (letter) => context.json(letter)),
  )
  app.get('/email/:id/html', async (context) =>
    found(
      await letters.find(context.req.param('id')),
      (letter) => context.html(letter.html, 200, { 'content-security-policy': letterPolicy }) as Response,
    ),
  )
  app.get('/email/:id/source', (context) => {
    const source = letters.source(context.req.param('id'))
    return source ? context.text(source.toString('utf8')) : context.json({ error: 'there is no such mail' }, 404)
  })
  app.delete('/email/:id', (context) => {
    const removed = letters.remove(context.req.param('id'))
    return removed ? context.json(true) : context.json({ error: 'there is no such mail' }, 404)
  })
  return app
}

/** A mail's links open where the reader is, not inside the frame that shows it. */
function inTopWindow(html: string): string {
  return html.replace(/<head[^<>]*>/i, (head) => `${head}<base target="_top">`)
}
