import type { MailMessage } from '#shared/mail/message.ts'
import type { SmtpRoute } from '../mail-url.ts'
import { type Abilities, always, type Delivery, type Mailer, type MayLeave } from '../mailer.ts'
import type { Line } from './line.ts'
import { type Connect, openLine } from './open-line.ts'
import { BrokenOff, noWaits } from './wire.ts'

const abilities: Abilities = { ownMessageId: true, idempotent: false, batch: 1, bounces: ['answer', 'mail'] }

/** SMTP over a few connections, each kept for the next message. `us` is the name we go by. */
export function smtpMailer(route: SmtpRoute, us: string, connect: Connect): Mailer {
  const idle: Line[] = []
  const waits = noWaits()
  const open = () => openLine({ route, us, connect, waits })
  const one = async (message: MailMessage, mayLeave: MayLeave): Promise<Delivery> => {
    const send = async (line: Line | Delivery) => over(line, idle, message, mayLeave)
    const used = idle.pop()
    if (!used) return send(await open())
    const delivery = await send(used)
    // Servers close a connection that was idle, or has carried enough: that says nothing of the next one
    const isSpent = delivery.result === 'later' && !used.isOpen()
    return isSpent ? send(await open()) : delivery
  }
  return {
    can: abilities,
    lines: route.connections,
    deliver: (messages, mayLeave = always) => Promise.all(messages.map((message) => one(message, mayLeave))),
    breakOff: (messages) => {
      for (const end of waits[messages]) end(new BrokenOff('we were asked to end'))
    },
    close: () => {
      for (const line of idle.splice(0)) line.close()
    },
  }
}

/** Sends a message over a connection, if there is one, which is kept for the next. */
async function over(line: Line | Delivery, idle: Line[], message: MailMessage, mayLeave: MayLeave): Promise<Delivery> {
  if ('result' in line) return line
  const delivery = await line.deliver(message, mayLeave)
  if (line.isOpen()) idle.push(line)
  return delivery
}
