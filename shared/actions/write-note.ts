import { insertWord, type NewWord } from '#shared/db/words.ts'
import { type Acting, commit } from './acting.ts'

/** Keeps a note to the team. The same note of the same person within the hour is kept once. */
export async function writeNote(acting: Acting, note: NewWord): Promise<void> {
  const about = note.group === null ? {} : { group: note.group }
  await commit(acting, [insertWord(acting.db, note, acting.now)], { action: 'write_note', ...about })
}
