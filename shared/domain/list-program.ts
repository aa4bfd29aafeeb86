/** Why a list program did not do what it was asked. */
export const programTroubles = ['unreachable', 'key_refused', 'list_unknown', 'busy', 'answer_strange'] as const
export type ProgramTrouble = {
  trouble: (typeof programTroubles)[number] /** Seconds that it asks to be left alone. */
  retryAfter?: number
}

/** A member as a list program has it. Barred: has unsubscribed there, or may not be written to. */
export type ProgramMember = { address: string; isBarred: boolean }

/** One list in a program, such as Mailman, that is kept up to date by calls. Each answers within half a minute, and throws nothing. */
export type ListProgram = {
  /** Members, a page at a time. `page` is '' for the first. */
  readPage: (page: string) => Promise<{ members: ProgramMember[]; next: string | null } | ProgramTrouble>
  /** How one address stands. */
  find: (address: string) => Promise<'member' | 'absent' | 'barred' | ProgramTrouble>
  /** Puts somebody on the list, with no mail to them. `isAgain`: they left it there, and have joined again here since. */
  add: (
    member: { email: string; name: string },
    isAgain: boolean,
  ) => Promise<'done' | 'barred' | 'refused' | ProgramTrouble>
  /** Takes an address off the list; that it is not there is well. */
  remove: (address: string) => Promise<'done' | 'refused' | ProgramTrouble>
}

export const isTrouble = (answer: unknown): answer is ProgramTrouble =>
  typeof answer === 'object' && answer !== null && 'trouble' in answer

/** A list in a program, as settings name it: `mailman:annonces.lists.example.org`, `brevo:12`. */
export function programOf(named: string): { program: string; list: string } {
  const colon = named.indexOf(':')
  return { program: named.slice(0, colon), list: named.slice(colon + 1) }
}

/** Milliseconds until a list is looked at again: an hour after a look, less after trouble, ever longer. */
export const lookInterval = 3_600_000
export const pauseAfterTrouble = (failures: number) => Math.min(60_000 * 2 ** Math.min(failures, 9), 6 * lookInterval)
