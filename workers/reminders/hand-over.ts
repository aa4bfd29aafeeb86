import type { Letter } from '#shared/mail/letter.ts'
import type { Delivery, Mailer } from './mailer.ts'
import { isForEverybody } from './outcome.ts'

/** Hands letters over, as many at once as the mailer takes, and says what became of each, in theirs order. Begins none once `isOver`. */
export async function handOver(mailer: Mailer, letters: readonly Letter[], isOver: () => boolean): Promise<Delivery[]> {
  const deliveries: Delivery[] = letters.map(() => ({ result: 'untried' }))
  const queue = letters.entries()
  let isHopeless = false
  const work = async () => {
    for (const [index, letter] of queue) {
      if (isHopeless || isOver()) return
      const delivery = await mailer.deliver(letter)
      deliveries[index] = delivery
      if (isForEverybody(delivery)) isHopeless = true
    }
  }
  await Promise.all(Array.from({ length: Math.min(mailer.lines, letters.length) }, work))
  return deliveries
}
