import { type Answered, type Asked, startProgram } from './server.ts'

type Contact = { email: string; emailBlacklisted: boolean; listIds: number[]; listUnsubscribed: number[] | null }

/** Brevo's contacts (API v3) as its public reference describes them: what of it Relance asks. One list, 12. */
export async function startBrevo() {
  const contacts = new Map<string, Contact>()
  const { port, state, stop } = await startProgram((asked) => answer(asked, contacts))
  const on = (email: string) => contacts.get(email)?.listIds.includes(list) ?? false
  return { url: `http://:a-key@127.0.0.1:${port}/v3`, contacts, on, state, stop }
}

const list = 12
const wrong = (status: number, code: string, message: string): Answered => ({ status, json: { code, message } })
const missing = wrong(404, 'document_not_found', 'Contact does not exist')

function answer({ method, path, query, headers, body }: Asked, contacts: Map<string, Contact>): Answered {
  if (headers['api-key'] !== 'a-key') return wrong(401, 'unauthorized', 'Key not found')
  const page = /^\/v3\/contacts\/lists\/(\d+)\/contacts$/.exec(path)
  if (page) return listPage(Number(page[1]), query, contacts)
  if (path === '/v3/contacts' && method === 'POST') return create(JSON.parse(body), contacts)
  const contact = contacts.get(/^\/v3\/contacts\/(.+)$/.exec(path)?.[1] ?? '')
  if (!contact) return missing
  if (method === 'GET') return { status: 200, json: contact }
  const { unlinkListIds = [] } = JSON.parse(body) as { unlinkListIds?: number[] }
  contact.listIds = contact.listIds.filter((one) => !unlinkListIds.includes(one))
  return { status: 204 }
}

function listPage(asked: number, query: URLSearchParams, contacts: Map<string, Contact>): Answered {
  if (asked !== list) return wrong(404, 'document_not_found', 'List ID does not exist')
  const [limit, offset] = [Number(query.get('limit')), Number(query.get('offset'))]
  if (limit > 500) return wrong(400, 'out_of_range', 'Limit exceeds max value')
  const all = [...contacts.values()].filter(({ listIds }) => listIds.includes(list))
  return { status: 200, json: { contacts: all.slice(offset, offset + limit), count: all.length } }
}

type Creation = { email: string; listIds: number[]; updateEnabled: boolean }

function create({ email, listIds, updateEnabled }: Creation, contacts: Map<string, Contact>): Answered {
  if (!email.includes('@')) return wrong(400, 'invalid_parameter', 'Invalid email address')
  if (listIds.some((one) => one !== list)) return wrong(400, 'invalid_parameter', 'Invalid list ids')
  const known = contacts.get(email)
  if (known && !updateEnabled) return wrong(400, 'duplicate_parameter', 'Contact already exist')
  const contact = known ?? { email, emailBlacklisted: false, listIds: [], listUnsubscribed: null }
  contact.listIds = [...new Set([...contact.listIds, ...listIds])]
  contact.listUnsubscribed = contact.listUnsubscribed?.filter((one) => !listIds.includes(one)) ?? null
  contacts.set(email, contact)
  return known ? { status: 204 } : { status: 201, json: { id: contacts.size } }
}
