import * as z from 'zod'
import { isTrouble, type ListProgram, type ProgramTrouble } from '#shared/domain/list-program.ts'
import { callProgram, type ProgramAddress, programAddress } from '../call-program.ts'

/** Contacts that are read at a time: Brevo gives 500 at most. */
const pageLength = 500
/** Milliseconds between two calls: Brevo takes ten a second. */
const pace = 110

const contactSchema = z.object({
  // A contact may have a phone alone
  email: z.string().max(320).nullish(),
  emailBlacklisted: z.boolean().default(false),
  listIds: z.array(z.int()).default([]),
  listUnsubscribed: z.array(z.int()).nullish(),
})
const pageSchema = z.object({ contacts: z.array(contactSchema).default([]), count: z.int().default(0) })
type Contact = z.output<typeof contactSchema>

/**
 * A list of Brevo's contacts (its number), by its API (v3). Only the address goes there. Whoever unsubscribed from the list, or from all that the
 * account sends, or complained, is barred.
 */
export function openBrevo(
  url: string,
  list: number,
  wait: (milliseconds: number) => Promise<void> = pause,
): ListProgram | null {
  const given = programAddress(url)
  if (!given) return null
  const brevo: ProgramAddress = { base: given.base, headers: { 'api-key': given.password } }
  const call: typeof callProgram = async (...asked) => {
    await wait(pace)
    return callProgram(...asked)
  }
  const path = (address: string) => `/contacts/${encodeURIComponent(address)}`
  const findContact = async (address: string): Promise<Contact | null | ProgramTrouble> => {
    const answer = await call(brevo, 'GET', path(address))
    if (isTrouble(answer)) return answer
    if (answer.status === 404) return null
    const contact = contactSchema.safeParse(answer.json)
    return answer.status === 200 && contact.success ? contact.data : { trouble: 'answer_strange' }
  }
  return {
    readPage: (page) => readContacts(call, brevo, { list, offset: Number(page || 0) }),
    find: async (address) => {
      const contact = await findContact(address)
      if (contact === null) return 'absent'
      if (isTrouble(contact)) return contact
      return isBarred(contact, list) ? 'barred' : contact.listIds.includes(list) ? 'member' : 'absent'
    },
    add: async ({ email }, isAgain) => {
      const contact = await findContact(email)
      if (isTrouble(contact)) return contact
      // Their own tick here is later than what they said of the list there; what they said of all mails of the account stands
      if (contact && (isAgain ? contact.emailBlacklisted : isBarred(contact, list))) return 'barred'
      const answer = await call(brevo, 'POST', '/contacts', { json: { email, listIds: [list], updateEnabled: true } })
      if (isTrouble(answer)) return answer
      // 201 when it is new, 204 when it was known
      if (answer.status === 201 || answer.status === 204) return 'done'
      return codeOf(answer.json) === 'document_not_found' || /list/i.test(messageOf(answer.json))
        ? { trouble: 'list_unknown' }
        : 'refused'
    },
    remove: async (address) => {
      // Not by POST, which would make the contact anew where somebody has deleted it
      const answer = await call(brevo, 'PUT', path(address), { json: { unlinkListIds: [list] } })
      if (isTrouble(answer)) return answer
      return answer.status === 204 || answer.status === 404 ? 'done' : 'refused'
    },
  }
}

const isBarred = ({ emailBlacklisted, listUnsubscribed }: Contact, list: number) =>
  emailBlacklisted || (listUnsubscribed ?? []).includes(list)

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

const errorSchema = z.object({ code: z.string().catch(''), message: z.string().catch('') })
const codeOf = (json: unknown) => errorSchema.safeParse(json).data?.code ?? ''
const messageOf = (json: unknown) => errorSchema.safeParse(json).data?.message ?? ''

async function readContacts(
  call: typeof callProgram,
  brevo: ProgramAddress,
  { list, offset }: { list: number; offset: number },
) {
  const answer = await call(brevo, 'GET', `/contacts/lists/${list}/contacts?limit=${pageLength}&offset=${offset}`)
  if (isTrouble(answer)) return answer
  if (answer.status === 404) return { trouble: 'list_unknown' } as const
  const page = pageSchema.safeParse(answer.json)
  if (answer.status !== 200 || !page.success) return { trouble: 'answer_strange' } as const
  const { contacts, count } = page.data
  return {
    members: contacts.flatMap((contact) =>
      contact.email ? [{ address: contact.email.toLowerCase(), isBarred: isBarred(contact, list) }] : [],
    ),
    next: contacts.length > 0 && offset + contacts.length < count ? String(offset + contacts.length) : null,
  }
}
