import { type Counter, openCounter, smtpAt } from '#tests/support/mail-server.ts'

/** A server of others, that takes some mails and not others, by the name before the @. */
export type FarServer = Counter & {
  /** What it took: for whom, and the message. */
  taken: { to: string; message: string }[]
}

/** What it says to whom; of `greylisted`, the first time only. */
const refusals: Readonly<Record<string, string>> = {
  missing: '550 5.1.1 The email account that you tried to reach does not exist',
  full: '552 5.2.2 The mailbox is over quota',
  policy: '550 5.7.1 Service refused: your host is on a blocklist',
  greylisted: '451 4.7.1 Greylisted, please come back in a minute',
}

export async function startFarServer(): Promise<FarServer> {
  const counter = await openCounter()
  const known = new Set<string>()
  const posts = smtpAt(counter, {
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, done) => {
      const [name = ''] = address.split('@')
      const refusal = name === 'greylisted' && known.has(address) ? undefined : refusals[name]
      known.add(address)
      if (refusal === undefined) return done()
      return done(Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }))
    },
  })
  return {
    ...counter,
    get taken() {
      return posts.flatMap(({ to, message }) => to.map((address) => ({ to: address, message })))
    },
  }
}
