import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { deeds } from './part-ways.tsx'

/** What a press says, in the words of the button that was pressed; null where what was typed says it. */
export function pressWords({ req, var: { movement, posted = [] } }: FormsContext, language: Language): string | null {
  const text = textIn(language)
  const values = new Map(posted)
  const path = req.path.split('/')
  const deed = path.at(-1) ?? ''
  const section = values.get('section') ?? ''
  if (path[1] === 'unsubscribe') return values.get('do') === 'back' ? text.unsubscribe.back : text.unsubscribe.button
  if (deed === 'word') return null
  if (deed === 'me') return text.me.save
  if (deed === 'erase') return text.me.erase
  if (deed === 'not-me') return text.notMe.button
  if (deed === 'history') return text.history.undo
  if (deed === 'part') return deedWords(values.get('do'), language)
  const about = movement.sections.find(section) ?? movement.sections.find(deed)
  return about ? `${about.title[language]} · ${text.form.sectionRight}` : text.form.allRight
}

function deedWords(pressed: string | undefined, language: Language): string | null {
  const { partWays } = textIn(language)
  const deed = deeds.find((name) => name === pressed)
  if (!deed) return null
  return deed === 'accept' ? partWays.accept : partWays.deeds[deed].button
}
