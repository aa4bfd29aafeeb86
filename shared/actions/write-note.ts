import { conflictOf } from '#shared/db/conflict.ts'
import { insertWord, type NewWord } from '#shared/db/notes-of-referents.ts'
import { type Acting, commit } from './acting.ts'

/** Keeps a note to the team. The same note of the same person within the hour is kept once; somebody who writes many is asked to wait. */
export async function writeNote(acting: Acting, note: NewWord): Promise<'done' | 'many_notes'> {
  const about = note.group === null ? {} : { group: note.group }
  try {
    await commit(acting, [insertWord(acting.db, note, acting.now)], { action: 'write_note', ...about })
    return 'done'
  } catch (error) {
    if (conflictOf(error) === 'many_notes') return 'many_notes'
    throw error
  }
}
