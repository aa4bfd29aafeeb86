import type { MailMessage } from '#shared/mail/message.ts'
import type { SmtpRoute } from '../mail-url.ts'
import { type Abilities, always, type Delivery, type Mailer, type MayLeave } from '../mailer.ts'
import type { SmtpConnection } from './connection.ts'
import { type Connect, openSmtpConnection } from './open-connection.ts'
import { BrokenOff, noWaits } from './stream.ts'

const abilities: Abilities = { ownMessageId: true, idempotent: false, batch: 1, bounces: ['answer', 'mail'] }

/** SMTP over a few connections, each kept for the next message. `us` is the name we go by. */
export function smtpMailer(route: SmtpRoute, us: string, connect: Connect): Mailer {
  const idle: SmtpConnection[] = []
  const waits = noWaits()
  const open = () => openSmtpConnection({ route, us, connect, waits })
  const one = async (message: MailMessage, mayLeave: MayLeave): Promise<Delivery> => {
    const send = async (connection: SmtpConnection | Delivery) => over(connection, idle, message, mayLeave)
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
      for (const connection of idle.splice(0)) connection.close()
    },
  }
}

/** Sends a message over a connection, if there is one, which is kept for the next. */
async function over(
  connection: SmtpConnection | Delivery,
  idle: SmtpConnection[],
  message: MailMessage,
  mayLeave: MayLeave,
): Promise<Delivery> {
  if ('result' in connection) return connection
  const delivery = await connection.deliver(message, mayLeave)
  if (connection.isOpen()) idle.push(connection)
  return delivery
}
