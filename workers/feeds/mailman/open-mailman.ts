import * as z from 'zod'
import { isTrouble, type ListProgram, type ProgramTrouble } from '#shared/domain/list-program.ts'
import { callProgram, type ProgramAddress, programAddress } from '../call-program.ts'

/** Members that are read at a time. */
const pageLength = 500

// Mailman leaves `entries` out where there are none
const rosterSchema = z.object({
  total_size: z.int(),
  entries: z.array(z.object({ email: z.string().max(320) })).default([]),
})

/**
 * A list of Mailman 3 (its List-Id, `annonces.lists.example.org`), by its REST (3.1). Whoever is put on gets no welcome and is asked nothing; whom
 * the list bans is barred.
 */
export function openMailman(url: string, list: string): ListProgram | null {
  const given = programAddress(url)
  if (!given) return null
  const { base, name, password } = given
  // In UTF-8 (RFC 7617 §2.1)
  const credentials = new TextEncoder().encode(`${name}:${password}`).toBase64()
  const mailman: ProgramAddress = { base, headers: { authorization: `Basic ${credentials}` } }
  const member = (address: string) => `/lists/${list}/member/${encodeURIComponent(address)}`
  return {
    readPage: (page) => readRoster(mailman, list, Number(page || 1)),
    find: async (address) => {
      const answer = await callProgram(mailman, 'GET', member(address))
      if (isTrouble(answer)) return answer
      if (answer.status === 200) return 'member'
      return answer.status === 404 ? findList(mailman, list, 'absent') : { trouble: 'answer_strange' }
    },
    add: async ({ email, name: display }) => {
      const form = {
        list_id: list,
        subscriber: email,
        display_name: display,
        pre_verified: 'true',
        pre_confirmed: 'true',
        pre_approved: 'true',
        send_welcome_message: 'false',
      }
      const answer = await callProgram(mailman, 'POST', '/members', { form })
      if (isTrouble(answer)) return answer
      // 409: is on it already
      if (answer.status === 201 || answer.status === 409) return 'done'
      if (answer.status !== 400) return { trouble: 'answer_strange' }
      const said = JSON.stringify(answer.json ?? '')
      if (/no such list/i.test(said)) return { trouble: 'list_unknown' }
      return /banned/i.test(said) ? 'barred' : 'refused'
    },
    remove: async (address) => {
      const form = { pre_confirmed: 'true', pre_approved: 'true' }
      const answer = await callProgram(mailman, 'DELETE', member(address), { form })
      if (isTrouble(answer)) return answer
      if (answer.status === 204 || answer.status === 200) return 'done'
      return answer.status === 404 ? findList(mailman, list, 'done') : 'refused'
    },
  }
}

/** Mailman says 404 of a member that is not there, and of a list that is not. */
async function findList<Answer>(
  mailman: ProgramAddress,
  list: string,
  found: Answer,
): Promise<Answer | ProgramTrouble> {
  const answer = await callProgram(mailman, 'GET', `/lists/${list}`)
  if (isTrouble(answer)) return answer
  return answer.status === 200 ? found : { trouble: 'list_unknown' }
}

async function readRoster(mailman: ProgramAddress, list: string, page: number) {
  const answer = await callProgram(mailman, 'GET', `/lists/${list}/roster/member?count=${pageLength}&page=${page}`)
  if (isTrouble(answer)) return answer
  if (answer.status === 404) return { trouble: 'list_unknown' } as const
  const roster = rosterSchema.safeParse(answer.json)
  if (answer.status !== 200 || !roster.success) return { trouble: 'answer_strange' } as const
  const { entries, total_size: all } = roster.data
  return {
    members: entries.map(({ email }) => ({ address: email.toLowerCase(), isBarred: false })),
    next: entries.length > 0 && page * pageLength < all ? String(page + 1) : null,
  }
}
