import type { Socket } from 'node:net'
import type { SMTPServer, SMTPServerAddress, SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { Faults, SmtpStage } from './faults.ts'
import { PromptServer } from './prompt-server.ts'
import type { ReceivedMessages } from './received-messages.ts'

type Answer = (error?: Error | null) => void

/** An SMTP server that keeps whatever it is given, and fails where it is told to. */
export function smtpServer(messages: ReceivedMessages, faults: Faults): SMTPServer {
  const sockets = new Map<number, Socket>()

  const meet = async (step: SmtpStage, session: SMTPServerSession, to: readonly string[], answer: Answer) => {
    const refusal = await faults.meet(step, to, () => sockets.get(session.remotePort)?.destroy())
    if (refusal) answer(refusal)
    return refusal === null
  }
  const at =
    (step: SmtpStage, isNamed = false) =>
    async (address: SMTPServerAddress, session: SMTPServerSession, answer: Answer) => {
      if (await meet(step, session, isNamed ? [address.address] : [], answer)) answer()
    }

  const server = new PromptServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect: async (session, answer) => {
      if (await meet('connect', session, [], answer)) answer()
    },
    onMailFrom: at('mail'),
    onRcptTo: at('rcpt', true),
    onData: async (stream, session, answer) => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      if (!(await meet('data', session, to, answer))) return
      const raw = await readAll(stream, () => meet('body', session, to, answer))
      if (!raw) return
      messages.add({ from: senderOf(session), to, at: new Date(), raw })
      if (await meet('kept', session, to, answer)) answer()
    },
  })
  // A client that pipelines would wait for our delayed answers, 40 ms a mail
  server.server.on('connection', (socket: Socket) => {
    socket.setNoDelay(true)
    const port = socket.remotePort ?? 0
    sockets.set(port, socket)
    socket.on('close', () => sockets.delete(port))
  })
  // A client that hangs up is nothing to a mailbox
  server.on('error', () => undefined)
  return server
}

/** The whole message; null when `goOn` said no at its first bytes, or the client hung up before its last. */
async function readAll(stream: SMTPServerDataStream, goOn: () => Promise<boolean>): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stream) {
      if (chunks.length === 0 && !(await goOn())) return null
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNECTION') return null
    throw error
  }
  return Buffer.concat(chunks)
}

function senderOf({ envelope }: SMTPServerSession): string {
  return envelope.mailFrom ? envelope.mailFrom.address : ''
}
