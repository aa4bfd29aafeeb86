import type { PortChoice } from '#scripts/local/settings.ts'
import { openSocket, PortTaken } from '#scripts/local/socket.ts'

/** So many neighbours are tried before any port will do. */
const neighbours = 20

/** The port that was chosen, or else the next that is free. @throws Stop when the port that was asked for is taken. */
export async function freePort(host: string, { port, isAsked }: PortChoice): Promise<number> {
  const candidates = isAsked ? [port] : [...Array.from({ length: neighbours }, (_, index) => port + index), 0]
  for (const candidate of candidates) {
    try {
      const socket = await openSocket(host, candidate)
      socket.close()
      return socket.port
    } catch (error) {
      if (!(error instanceof PortTaken) || candidate === candidates.at(-1)) throw error
    }
  }
  throw new Error('port 0 is never taken')
}
