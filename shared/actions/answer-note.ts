import { answerNote, updateNoteDone } from '#shared/db/notes.ts'
import { preconditions } from '#shared/db/preconditions.ts'
import { type Acting, commit } from './acting.ts'

type OfNote = { note: number; group?: string; person?: string }

const about = ({ group, person }: OfNote) => ({ ...(group ? { group } : {}), ...(person ? { person } : {}) })

/** A coordinator (`by`, their address) answers somebody's word to the team, by a mail. A word is answered once: the rest goes by mail. */
export async function answerTeamNote(acting: Acting, note: OfNote & { by: string; answer: string }): Promise<void> {
  const event = { action: 'answer_note', ...about(note) } as const
  await commit(acting, answerNote(acting.db, note, acting.now), event, preconditions.noteUnanswered(note.note))
}

/** Somebody's word to the team is dealt with, or is not after all (`by` null). */
export async function settleTeamNote(acting: Acting, note: OfNote & { by: string | null }): Promise<void> {
  const action = note.by === null ? 'reopen_note' : 'settle_note'
  const still = preconditions.noteDone(note.note, note.by === null)
  await commit(acting, [updateNoteDone(acting.db, note, acting.now)], { action, ...about(note) }, still)
}
