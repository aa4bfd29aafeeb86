import type { Letter } from '#shared/mail/letter.ts'
import type { SmtpRoute } from '../../mail-url.ts'
import type { Delivery, Mailer } from '../../mailer.ts'
import type { Line } from './line.ts'
import { openLine } from './open-line.ts'

/** SMTP over a few connections, each kept for the next letter. `us` is the name we go by. */
export function smtpMailer(route: SmtpRoute, us: string): Mailer {
  const idle: Line[] = []
  return {
    lines: route.connections,
    deliver: async (letter) => {
      const used = idle.pop()
      if (!used) return over(await openLine(route, us), idle, letter)
      const delivery = await over(used, idle, letter)
      // Servers close a connection that was idle, or has carried enough: that says nothing of the next one
      const isSpent = delivery.result === 'later' && !used.isOpen()
      return isSpent ? over(await openLine(route, us), idle, letter) : delivery
    },
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
