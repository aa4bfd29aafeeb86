import { Hono } from 'hono'
import { listPage, messagePage, problemPage } from './pages.ts'
import type { ReceivedMessage, ReceivedMessages } from './received-messages.ts'
import { mailboxText } from './text.ts'

/** The mails are shown, never run: nothing of theirs loads from elsewhere, and no script. */
const letterPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:"
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'"

/** The mailbox as pages for people, and as JSON in maildev's shape for programs. */
export function mailboxApp(messages: ReceivedMessages): Hono {
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
    return context.html(listPage(textOf(context.req.header('accept-language')), await messages.list(query), query))
  })
  app.get('/mail/:id', async (context) => {
    const text = textOf(context.req.header('accept-language'))
    const message = await messages.find(context.req.param('id'))
    return message ? context.html(messagePage(text, message)) : context.html(problemPage(text), 404)
  })
  app.get('/mail/:id/shown', async (context) => {
    const message = await messages.find(context.req.param('id'))
    if (!message) return context.notFound()
    return context.html(inTopWindow(message.html), 200, { 'content-security-policy': letterPolicy })
  })

  app.get('/email', async (context) => context.json(await messages.list(context.req.query('q') ?? '')))
  app.delete('/email/all', (context) => {
    messages.clear()
    return context.json(true)
  })
  const found = (message: ReceivedMessage | null, show: (message: ReceivedMessage) => Response) =>
    message ? show(message) : Response.json({ error: 'there is no such mail' }, { status: 404 })
  app.get('/email/:id', async (context) =>
    found(await messages.find(context.req.param('id')), (message) => context.json(message)),
  )
  app.get('/email/:id/html', async (context) =>
    found(
      await messages.find(context.req.param('id')),
      (message) => context.html(message.html, 200, { 'content-security-policy': letterPolicy }) as Response,
    ),
  )
  app.get('/email/:id/source', (context) => {
    const source = messages.source(context.req.param('id'))
    return source ? context.text(source.toString('utf8')) : context.json({ error: 'there is no such mail' }, 404)
  })
  app.delete('/email/:id', (context) => {
    const removed = messages.remove(context.req.param('id'))
    return removed ? context.json(true) : context.json({ error: 'there is no such mail' }, 404)
  })
  return app
}

/** A mail's links open where the reader is, not inside the frame that shows it. */
function inTopWindow(html: string): string {
  return html.replace(/<head[^<>]*>/i, (head) => `${head}<base target="_top">`)
}
