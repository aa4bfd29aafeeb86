import PostalMime, { type Address, type Email } from 'postal-mime'

/** A mail as it arrived. */
export type Arrival = { from: string; to: string[]; at: Date; raw: Buffer }

type Mailbox = { address: string; name: string }

/** A mail as the mailbox tells of it, in the shape that maildev made usual. */
export type ReceivedMessage = {
  id: string
  time: string
  subject: string
  from: Mailbox[]
  to: Mailbox[]
  date: string
  headers: Record<string, string>
  text: string
  html: string
  envelope: { from: Mailbox; to: Mailbox[] }
  size: number
}

/** So many mails are kept; older ones make room. */
const kept = 5000

/** The mails of a mailbox, in memory. */
export class ReceivedMessages {
  #arrivals = new Map<string, Arrival>()
  #read = new Map<string, Promise<ReceivedMessage>>()
  #deliveries = new Map<string, number>()
  #last = 0

  add(arrival: Arrival): void {
    this.#last += 1
    this.#arrivals.set(String(this.#last), arrival)
    for (const address of arrival.to) this.#deliveries.set(address, this.deliveriesTo(address) + 1)
    for (const id of this.#arrivals.keys()) {
      if (this.#arrivals.size <= kept) break
      this.remove(id)
    }
  }

  /** How many mails an address was given since the mailbox was last cleared. */
  deliveriesTo(address: string): number {
    return this.#deliveries.get(address) ?? 0
  }

  get deliveries(): ReadonlyMap<string, number> {
    return this.#deliveries
  }

  /** Newest first; `query` is a part of a recipient's address or name. */
  async list(query = ''): Promise<ReceivedMessage[]> {
    const ids = [...this.#arrivals.keys()].reverse()
    const messages = await Promise.all(ids.map((id) => this.find(id)))
    const wanted = query.trim().toLowerCase()
    return messages.filter((message) => message !== null && isTo(message, wanted)) as ReceivedMessage[]
  }

  async find(id: string): Promise<ReceivedMessage | null> {
    const arrival = this.#arrivals.get(id)
    if (!arrival) return null
    const read = this.#read.get(id) ?? readMessage(id, arrival)
    this.#read.set(id, read)
    return read
  }

  source(id: string): Buffer | null {
    return this.#arrivals.get(id)?.raw ?? null
  }

  remove(id: string): boolean {
    this.#read.delete(id)
    return this.#arrivals.delete(id)
  }

  clear(): void {
    this.#arrivals.clear()
    this.#read.clear()
    this.#deliveries.clear()
  }
}

function isTo(message: ReceivedMessage, wanted: string): boolean {
  return message.to.some(({ address, name }) => `${name} ${address}`.toLowerCase().includes(wanted))
}

async function readMessage(id: string, { from, to, at, raw }: Arrival): Promise<ReceivedMessage> {
  const email = await PostalMime.parse(raw)
  return {
    id,
    time: at.toISOString(),
    subject: email.subject ?? '',
    from: mailboxes(email.from),
    to: (email.to ?? []).flatMap(mailboxes),
    date: email.date ?? at.toISOString(),
    headers: headersOf(email),
    text: email.text ?? '',
    html: email.html ?? '',
    envelope: { from: { address: from, name: '' }, to: to.map((address) => ({ address, name: '' })) },
    size: raw.length,
  }
}

function mailboxes(address: Address | undefined): Mailbox[] {
  if (!address) return []
  if (address.group) return address.group.map(({ address, name }) => ({ address: address ?? '', name }))
  return [{ address: address.address ?? '', name: address.name }]
}

function headersOf({ headers }: Email): Record<string, string> {
  return Object.fromEntries(headers.map(({ key, value }) => [key, value]))
}
