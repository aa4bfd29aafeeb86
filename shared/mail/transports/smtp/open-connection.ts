import type { Socket, SocketAddress, SocketOptions } from '@cloudflare/workers-types'
import type { SmtpRoute } from '../mail-url.ts'
import type { Delivery } from '../mailer.ts'
import { type Extensions, isDone, type SmtpConnection, smtpConnectionOver } from './connection.ts'
import { later, refusal, unreachable } from './failure.ts'
import type { Reply } from './replies.ts'
import { type SmtpStream, smtpStreamOver, type Waits } from './stream.ts'
import type { Phase } from './trouble.ts'

/** The runtime's way to open a connection; what goes wrong is told by what is read from it, or written to it. */
export type Connect = (address: SocketAddress, options: SocketOptions) => Socket

/** What it takes to open a connection; `us` is the name we go by. */
export type Counter = { route: SmtpRoute; us: string; connect: Connect; waits: Waits }

/** Opens a connection, in TLS where it can be, and signs in. A failure of either concerns every message. */
export async function openSmtpConnection({ route, us, connect, waits }: Counter): Promise<SmtpConnection | Delivery> {
  const secureTransport = route.tls === 'from_start' ? 'on' : route.tls === 'never' ? 'off' : 'starttls'
  const socket = connect({ hostname: route.host, port: route.port }, { secureTransport, allowHalfOpen: false })
  const stream = smtpStreamOver(socket, route.patience, waits)
  const progress: { phase: Phase } = { phase: 'connecting' }
  try {
    const ready = await begin(stream, route, us, progress)
    if (!('result' in ready)) return smtpConnectionOver(stream, { extensions: ready, returnPath: route.returnPath })
    stream.close()
    return ready
  } catch (error) {
    stream.close()
    return unreachable(error, progress.phase)
  }
}

/** From the server's greeting to where messages may follow. */
async function begin(
  stream: SmtpStream,
  route: SmtpRoute,
  us: string,
  progress: { phase: Phase },
): Promise<Extensions | Delivery> {
  const greeting = await stream.hear()
  progress.phase = 'talking'
  if (!isDone(greeting)) return refusal('greeting', greeting)
  const extensions = await greet(stream, us)
  if ('result' in extensions) return extensions
  const isSettled = route.tls === 'from_start' || route.tls === 'never'
  const secured = isSettled ? extensions : await secure(stream, extensions, { route, us, progress })
  if ('result' in secured || !route.login) return secured
  return (await signIn(stream, secured, route.login)) ?? secured
}

async function secure(
  stream: SmtpStream,
  extensions: Extensions,
  { route: { tls }, us, progress }: { route: SmtpRoute; us: string; progress: { phase: Phase } },
): Promise<Extensions | Delivery> {
  if (!extensions.has('STARTTLS')) {
    return tls === 'required' ? later('not_secure', 'the server does not offer STARTTLS', true) : extensions
  }
  const ready = await ask(stream, 'STARTTLS')
  if (!isDone(ready)) return later('not_secure', ready.text, true)
  progress.phase = 'securing'
  stream.secure()
  const secured = await greet(stream, us)
  progress.phase = 'talking'
  return secured
}

/** Says who we are, and hears what the server can do; an old one only takes HELO. */
async function greet(stream: SmtpStream, us: string): Promise<Extensions | Delivery> {
  const reply = await ask(stream, `EHLO ${us}`)
  if (isDone(reply)) return extensionsOf(reply)
  const simple = await ask(stream, `HELO ${us}`)
  return isDone(simple) ? new Map() : refusal('greeting', simple)
}

function extensionsOf({ text }: Reply): Extensions {
  const [, ...lines] = text.split(/\r?\n/)
  return new Map(
    lines.map((line) => {
      const [name = '', ...parameters] = line.slice(4).toUpperCase().split(/[ =]/)
      return [name, parameters.join(' ')]
    }),
  )
}

/** RFC 4954: PLAIN where it is offered, else LOGIN. Null once we are in. */
async function signIn(
  stream: SmtpStream,
  extensions: Extensions,
  { user, password }: { user: string; password: string },
): Promise<Delivery | null> {
  const offered = extensions.get('AUTH')?.split(' ') ?? []
  const answers = offered.includes('PLAIN')
    ? [`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`]
    : offered.includes('LOGIN')
      ? ['AUTH LOGIN', base64(user), base64(password)]
      : []
  if (answers.length === 0) return later('login_refused', 'the server offers neither AUTH PLAIN nor AUTH LOGIN', true)
  for (const answer of answers) {
    const reply = await ask(stream, answer)
    if (isDone(reply)) return null
    if (reply.code !== goOn) return refusal('login', reply)
  }
  return later('login_refused', 'the server asked for more than a name and a password', true)
}

const goOn = 334

async function ask(stream: SmtpStream, line: string): Promise<Reply> {
  await stream.say(`${line}\r\n`)
  return stream.hear()
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
