import type { Letter } from '#shared/mail/letter.ts'
import type { Delivery, Mailer } from '../mailer.ts'
import { type Line, openLine } from './smtp-line.ts'

/**
 * SMTP by `smtp://host:port` (plain, or STARTTLS where the server offers it) or `smtps://user:password@host` (TLS from the start).
 * `?timeout=30` is how many seconds the server may keep us waiting.
 */
export function smtpMailer(url: URL, connections: number): Mailer {
  const idle: Line[] = []
  return {
    deliver: async (letters, isOver) => {
      const deliveries: Delivery[] = letters.map(() => ({ result: 'untried' }))
      const queue = letters.entries()
      let isHopeless = false
      const work = async () => {
        for (const [index, letter] of queue) {
          if (isHopeless || isOver()) return
          const delivery = await deliverOne(url, idle, letter)
          deliveries[index] = delivery
          if (delivery.result === 'later' && delivery.everybody) isHopeless = true
        }
      }
      await Promise.all(Array.from({ length: Math.min(connections, letters.length) }, work))
      return deliveries
    },
    close: () => {
      for (const line of idle.splice(0)) line.close()
    },
  }
}

async function deliverOne(url: URL, idle: Line[], letter: Letter): Promise<Delivery> {
  const line = idle.pop() ?? (await openLine(url))
  if ('result' in line) return line
  const delivery = await line.deliver(letter)
  if (line.isOpen()) idle.push(line)
  return delivery
}
