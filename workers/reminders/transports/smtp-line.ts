import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Letter } from '#shared/mail/letter.ts'
import type { Delivery } from '../mailer.ts'
import { compose } from './compose.ts'
import { connectionFailure, type SmtpError, sendFailure } from './smtp-failure.ts'
import { openSocket } from './socket.ts'

/** One connection to a mail server, over which letters go one after the other. */
export type Line = {
  deliver: (letter: Letter) => Promise<Delivery>
  isOpen: () => boolean
  close: () => void
}

/** Seconds that a server may take for a letter. RFC 5321 (§4.5.3.2) would give it minutes, but a run of the sender is shorter. */
const patience = 30

/** Opens a connection and signs in; a failure of either concerns every letter. */
export async function openLine(url: URL): Promise<Line | Delivery> {
  const timeout = 1000 * Number(url.searchParams.get('timeout') ?? patience)
  const socket = await openSocket(url, timeout)
  if (socket instanceof Error) return connectionFailure(socket)
  const connection = new SMTPConnection(optionsOf(url, socket))
  // Without a listener an error between two letters would end the run; the next letter meets it anyway
  connection.on('error', () => undefined)
  const step: Step = (begin) => inTime(connection, timeout, begin)
  const failure = (await step((done) => connection.connect(done))) ?? (await signIn(connection, url, step))
  if (failure) {
    connection.close()
    return connectionFailure(failure)
  }
  return {
    deliver: (letter) => deliver(connection, letter, step),
    isOpen: () => !connection.destroyed,
    close: () => {
      if (!connection.destroyed) connection.quit()
    },
  }
}

function optionsOf(url: URL, socket: Socket) {
  const isSecure = url.protocol === 'smtps:'
  return { host: url.hostname, connection: socket, secure: isSecure, secured: isSecure, logger: false }
}

/** Begins a step of the protocol; gives its error, or null once it is done. */
type Step = (begin: (done: (error?: SmtpError | null) => void) => void) => Promise<SmtpError | null>

async function signIn(connection: SMTPConnection, { username, password }: URL, step: Step): Promise<SmtpError | null> {
  if (username === '') return null
  const login = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return step((done) => connection.login(login, done))
}

/** A connection that breaks emits its error instead of handing it to the step; one that hangs is hung up. */
async function inTime(connection: SMTPConnection, timeout: number, begin: Parameters<Step>[0]) {
  const { promise, resolve } = Promise.withResolvers<SmtpError | null>()
  const timer = setTimeout(() => {
    connection.close()
    resolve(new Error('the server took too long'))
  }, timeout)
  connection.once('error', resolve)
  begin((error) => resolve(error ?? null))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    connection.off('error', resolve)
  }
}

async function deliver(connection: SMTPConnection, letter: Letter, step: Step): Promise<Delivery> {
  const message = await compose(letter)
  const body = Readable.from([message])
  // The final dot is written once the body has ended, never before: until then the server cannot have accepted the message
  let hasEnded = false
  body.on('end', () => {
    hasEnded = true
  })
  const envelope = { from: letter.from.address, to: [letter.to.address], size: message.length }
  let answer = ''
  const failure = await step((done) =>
    connection.send(envelope, body, (error, info) => {
      if (info) answer = info.response
      done(error)
    }),
  )
  if (!failure) return { result: 'accepted', answer }
  await recover(connection, step)
  return sendFailure(failure, hasEnded)
}

/** Makes a connection ready for the next letter after a refusal, or gives it up. */
async function recover(connection: SMTPConnection, step: Step): Promise<void> {
  if (connection.destroyed) return
  const failure = await step((done) => connection.reset(done))
  if (failure) connection.close()
}
