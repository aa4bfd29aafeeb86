import { type Answered, type Asked, startProgram } from './server.ts'

/** Mailman 3's REST as the one of Debian 12 (3.3.8) answered it: what of it Relance asks. One list, `annonces.lists.example.org`. */
export async function startMailman() {
  const members = new Map<string, string>()
  const banned = new Set<string>()
  const { port, state, stop } = await startProgram((asked) => answer(asked, members, banned))
  return { url: `http://restadmin:restpass@127.0.0.1:${port}/3.1`, members, banned, state, stop }
}

const list = 'annonces.lists.example.org'
const said = (status: number, title: string, description?: string): Answered => ({
  status,
  json: { title: `${status} ${title}`, ...(description ? { description } : {}) },
})
const unknown = said(404, 'Not Found')

function answer({ method, path, query, headers, body }: Asked, members: Map<string, string>, banned: Set<string>) {
  if (headers.authorization !== `Basic ${btoa('restadmin:restpass')}`)
    return said(401, 'Unauthorized', 'REST API authorization failed')
  if (path === '/3.1/members' && method === 'POST') return subscribe(new URLSearchParams(body), members, banned)
  const [, named = '', rest = ''] = /^\/3\.1\/lists\/([^/]+)(.*)$/.exec(path) ?? []
  if (named !== list) return unknown
  if (rest === '') return { status: 200, json: { list_id: list } }
  if (rest === '/roster/member') return roster(members, Number(query.get('count')), Number(query.get('page')))
  const address = /^\/member\/(.+)$/.exec(rest)?.[1] ?? ''
  if (!members.has(address)) return unknown
  if (method !== 'DELETE') return { status: 200, json: entry(address, members) }
  members.delete(address)
  return { status: 204 }
}

function subscribe(form: URLSearchParams, members: Map<string, string>, banned: Set<string>): Answered {
  const address = form.get('subscriber') ?? ''
  if (form.get('list_id') !== list) return said(400, 'Bad Request', 'No such list')
  if (!address.includes('@')) return said(400, 'Bad Request', 'Invalid Parameter "subscriber": .')
  if (banned.has(address)) return said(400, 'Bad Request', 'Membership is banned')
  if (members.has(address)) return said(409, 'Conflict', 'Member already subscribed')
  members.set(address, form.get('display_name') ?? '')
  return { status: 201 }
}

const entry = (email: string, members: Map<string, string>) => ({
  email,
  display_name: members.get(email),
  list_id: list,
  role: 'member',
})

function roster(members: Map<string, string>, count: number, page: number): Answered {
  const entries = [...members.keys()].sort().slice((page - 1) * count, page * count)
  const start = (page - 1) * count
  const some = entries.length > 0 ? { entries: entries.map((email) => entry(email, members)) } : {}
  return { status: 200, json: { start, total_size: members.size, ...some } }
}
