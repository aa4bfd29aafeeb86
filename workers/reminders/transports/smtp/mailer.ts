import type { Letter } from '#shared/mail/letter.ts'
import type { SmtpRoute } from '../../mail-url.ts'
import type { Abilities, Delivery, Mailer } from '../../mailer.ts'
import type { Line } from './line.ts'
import { type Connect, openLine } from './open-line.ts'

const abilities: Abilities = { ownMessageId: true, idempotent: false, batch: 1, bounces: ['answer', 'mail'] }

/** SMTP over a few connections, each kept for the next letter. `us` is the name we go by. */
export function smtpMailer(route: SmtpRoute, us: string, connect: Connect): Mailer {
  const idle: Line[] = []
  const one = async (letter: Letter): Promise<Delivery> => {
    const used = idle.pop()
    if (!used) return over(await openLine(route, us, connect), idle, letter)
    const delivery = await over(used, idle, letter)
    // Servers close a connection that was idle, or has carried enough: that says nothing of the next one
    const isSpent = delivery.result === 'later' && !used.isOpen()
    return isSpent ? over(await openLine(route, us, connect), idle, letter) : delivery
  }
  return {
    can: abilities,
    lines: route.connections,
    deliver: (letters) => Promise.all(letters.map(one)),
    close: () => {
      for (const line of idle.splice(0)) line.close()
    },
  }
}

async function over(line: Line | Delivery, idle: Line[], letter: Letter): Promise<Delivery> {
  if ('result' in line) return line
  const delivery = await line.deliver(letter)
  if (line.isOpen()) idle.push(line)
  return delivery
}
