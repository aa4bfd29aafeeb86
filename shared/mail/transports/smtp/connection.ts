import type { MailMessage } from '#shared/mail/message.ts'
import { mimeMessage } from '#shared/mail/mime.ts'
import type { SmtpRoute } from '../mail-url.ts'
import { allowed, type Delivery, type MayLeave } from '../mailer.ts'
import { breakage, refusal } from './failure.ts'
import type { Reply } from './replies.ts'
import type { SmtpStream } from './stream.ts'

/** One connection to a mail server, over which messages go one after the other. */
export type SmtpConnection = {
  deliver: (message: MailMessage, mayLeave: MayLeave) => Promise<Delivery>
  isOpen: () => boolean
  close: () => void
}

/** What the server said that it can do (RFC 5321, §2.2), by upper-case name with its parameters. */
export type Extensions = ReadonlyMap<string, string>

/** What a line goes by: what the server can do, and where mails come back to. */
type Terms = { extensions: Extensions; returnPath: SmtpRoute['returnPath'] }

export function smtpConnectionOver(stream: SmtpStream, terms: Terms): SmtpConnection {
  return {
    deliver: async (message, mayLeave) => {
      const progress = { hasEnded: false }
      try {
        return await deliver(stream, terms, message, mayLeave, progress)
      } catch (error) {
        return breakage(error, progress.hasEnded)
      }
    },
    isOpen: stream.isOpen,
    close: () => {
      if (stream.isOpen()) stream.say('QUIT\r\n').catch(() => undefined)
      stream.close()
    },
  }
}

async function deliver(
  stream: SmtpStream,
  { extensions, returnPath }: Terms,
  message: MailMessage,
  mayLeave: MayLeave,
  progress: { hasEnded: boolean },
): Promise<Delivery> {
  if (!isMailbox(message.to.address)) return notAMailbox
  const unasked = heardUnasked(stream)
  if (unasked) return unasked
  const data = mimeMessage(message)
  const size = extensions.has('SIZE') ? ` SIZE=${data.length}` : ''
  const replies = await converse(stream, extensions.has('PIPELINING'), [
    `MAIL FROM:<${envelopeSender(message, returnPath)}>${size}\r\n`,
    `RCPT TO:<${message.to.address}>\r\n`,
    'DATA\r\n',
  ])
  const failure = firstRefusal(replies)
  if (failure) {
    if (failure === outOfStep) stream.close()
    else await recover(stream, replies)
    return failure
  }
  // The dot apart, and last: as long as it has not left, the server cannot have accepted the message
  const early = await stream.send(data)
  if (early) return beforeItsEnd(stream, early)
  if ((await allowed([message], mayLeave)).length === 0) {
    // A message without its end is none (RFC 5321, §4.1.1.4)
    stream.close()
    return { result: 'untried' }
  }
  const late = stream.unasked()
  if (late) return beforeItsEnd(stream, late)
  progress.hasEnded = true
  const end = await stream.end()
  // Refused, it may have been so before its end, which then is answered for itself
  if (!isDone(end)) stream.close()
  if (isDone(end)) return { result: 'accepted', answer: end.text }
  return isRefusal(end) ? refusal('message', end) : { result: 'unknown', answer: end.text }
}

/** Where a mail comes back to (RFC 5321, §4.4): with its id in it, it is known again whatever becomes of the rest of it (VERP). */
function envelopeSender({ uid, from }: MailMessage, { address, isOwn }: SmtpRoute['returnPath']): string {
  const to = address ?? from.address
  const at = to.lastIndexOf('@')
  return isOwn ? `${to.slice(0, at)}+${uid}${to.slice(at)}` : to
}

/** Says the three commands before a message: all at once where the server allows it (RFC 2920), one by one elsewhere. */
async function converse(stream: SmtpStream, isPipelined: boolean, commands: readonly string[]): Promise<Reply[]> {
  const replies: Reply[] = []
  if (isPipelined) await stream.say(commands.join(''))
  for (const command of commands) {
    if (!isPipelined) await stream.say(command)
    const reply = await stream.hear()
    replies.push(reply)
    if (reply.code === goodbye || (!isPipelined && !isDone(reply))) break
  }
  return replies
}

function firstRefusal(replies: readonly Reply[]): Delivery | null {
  const stages = ['sender', 'recipient', 'message'] as const
  const at = replies.findIndex((reply, index) => !(index < 2 ? isDone(reply) : reply.code === goAhead))
  const [reply, stage] = [replies[at], stages[at]]
  if (reply && stage) return isRefusal(reply) ? refusal(stage, reply) : outOfStep
  if (replies.length < stages.length) throw new Error('the server hung up')
  return null
}

/** What was said since the last answer, when that ends the connection. What a server says out of turn is no answer to what we ask next. */
function heardUnasked(stream: SmtpStream): Delivery | null {
  for (let said = stream.unasked(); said; said = stream.unasked()) {
    if (!isRefusal(said)) continue
    stream.close()
    return said.code === goodbye ? refusal('sender', said) : outOfStep
  }
  return null
}

/** A server that answers in the middle of a message: refused is refused, and nothing else is an answer to it. */
function beforeItsEnd(stream: SmtpStream, said: Reply): Delivery {
  stream.close()
  return isRefusal(said) ? refusal('message', said) : outOfStep
}

const outOfStep: Delivery = {
  result: 'later',
  reason: 'lost',
  answer: 'the server answers something else than what it is asked',
  everybody: false,
}

const goAhead = 354
const goodbye = 421

/** An address that would say something else to the server than an address. */
function isMailbox(address: string): boolean {
  const at = address.lastIndexOf('@')
  return at > 0 && at < address.length - 1 && /^[\x21-\x3b\x3d\x3f-\x7e]+$/.test(address)
}

const notAMailbox: Delivery = {
  result: 'refused',
  cause: 'missing',
  answer: 'not sent: this is not a mail address',
}

/** Makes a connection ready for the next message after a refusal, or gives it up. */
async function recover(stream: SmtpStream, replies: readonly Reply[]): Promise<void> {
  if (replies.some(({ code }) => code === goodbye)) return stream.close()
  const [sender, recipient, order] = replies
  try {
    // A server that pipelines may go ahead with nobody to write to: it gets an empty message (RFC 2920, §3.1), unless somebody could get that
    if (order?.code === goAhead) {
      if (!sender || !isDone(sender) || (recipient && isDone(recipient))) return stream.close()
      await stream.say('.\r\n')
      await stream.hear()
    }
    await stream.say('RSET\r\n')
    const reply = await stream.hear()
    if (!isDone(reply)) stream.close()
  } catch {
    stream.close()
  }
}

function isRefusal({ code }: Reply): boolean {
  return code >= 400
}

export function isDone({ code }: Reply): boolean {
  return code >= 200 && code < 300
}
