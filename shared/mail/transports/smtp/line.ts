import type { MailMessage } from '#shared/mail/message.ts'
import { mimeMessage } from '#shared/mail/mime.ts'
import { allowed, type Delivery, type MayLeave } from '../mailer.ts'
import { breakage, refusal } from './failure.ts'
import type { Reply, Wire } from './wire.ts'

/** One connection to a mail server, over which messages go one after the other. */
export type Line = {
  deliver: (message: MailMessage, mayLeave: MayLeave) => Promise<Delivery>
  isOpen: () => boolean
  close: () => void
}

/** What the server said that it can do (RFC 5321, §2.2), by upper-case name with its parameters. */
export type Extensions = ReadonlyMap<string, string>

export function lineOver(wire: Wire, extensions: Extensions): Line {
  return {
    deliver: async (message, mayLeave) => {
      const progress = { hasEnded: false }
      try {
        return await deliver(wire, extensions, message, mayLeave, progress)
      } catch (error) {
        return breakage(error, progress.hasEnded)
      }
    },
    isOpen: wire.isOpen,
    close: () => {
      if (wire.isOpen()) wire.say('QUIT\r\n').catch(() => undefined)
      wire.close()
    },
  }
}

async function deliver(
  wire: Wire,
  extensions: Extensions,
  message: MailMessage,
  mayLeave: MayLeave,
  progress: { hasEnded: boolean },
): Promise<Delivery> {
  if (!isMailbox(message.to.address)) return notAMailbox
  const data = mimeMessage(message)
  const size = extensions.has('SIZE') ? ` SIZE=${data.length}` : ''
  const replies = await converse(wire, extensions.has('PIPELINING'), [
    `MAIL FROM:<${message.from.address}>${size}\r\n`,
    `RCPT TO:<${message.to.address}>\r\n`,
    'DATA\r\n',
  ])
  const failure = firstRefusal(replies)
  if (failure) {
    await recover(wire, replies)
    return failure
  }
  // The dot apart, and last: as long as it has not left, the server cannot have accepted the message
  await wire.say(data)
  if ((await allowed([message], mayLeave)).length === 0) {
    // A message without its end is none (RFC 5321, §4.1.1.4)
    wire.close()
    return { result: 'untried' }
  }
  progress.hasEnded = true
  const end = await wire.end()
  if (end.code === goodbye) wire.close()
  return isDone(end) ? { result: 'accepted', answer: end.text } : refusal('message', end)
}

/** Says the three commands before a message: all at once where the server allows it (RFC 2920), one by one elsewhere. */
async function converse(wire: Wire, isPipelined: boolean, commands: readonly string[]): Promise<Reply[]> {
  const replies: Reply[] = []
  if (isPipelined) await wire.say(commands.join(''))
  for (const command of commands) {
    if (!isPipelined) await wire.say(command)
    const reply = await wire.hear()
    replies.push(reply)
    if (reply.code === goodbye || (!isPipelined && !isDone(reply))) break
  }
  return replies
}

function firstRefusal([sender, recipient, order]: readonly Reply[]): Delivery | null {
  if (sender && !isDone(sender)) return refusal('sender', sender)
  if (recipient && !isDone(recipient)) return refusal('recipient', recipient)
  if (!sender || !recipient || !order) throw new Error('the server hung up')
  return order.code === goAhead ? null : refusal('message', order)
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
  reason: 'address_refused',
  answer: 'not sent: this is not a mail address',
  isAddressGone: true,
}

/** Makes a connection ready for the next message after a refusal, or gives it up. */
async function recover(wire: Wire, replies: readonly Reply[]): Promise<void> {
  if (replies.some(({ code }) => code === goodbye)) return wire.close()
  const [, , order] = replies
  try {
    // A server that pipelines may go ahead with nobody to write to: it gets an empty message (RFC 2920, §3.1)
    if (order?.code === goAhead) {
      await wire.say('.\r\n')
      await wire.hear()
    }
    await wire.say('RSET\r\n')
    const reply = await wire.hear()
    if (!isDone(reply)) wire.close()
  } catch {
    wire.close()
  }
}

export function isDone({ code }: Reply): boolean {
  return code >= 200 && code < 300
}
