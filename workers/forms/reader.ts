import { languageOf } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { browserLanguage } from '#workers/browser-language.ts'
import type { FormsContext } from './env.ts'

/** The language to answer in: what the address asks for, else what was chosen for this link, else the person's own, else what a stranger chose, else the browser's, else the one of their groups, in which their mails are, else the movement's. */
export function readerLanguage(
  context: FormsContext,
  preferred: Language | null = null,
  ofGroups: Language | null = null,
): Language {
  const { movement, asked, chosen, kept } = context.var
  return languageOf(
    movement,
    asked ?? chosen ?? preferred ?? kept ?? browserLanguage(context.req, movement) ?? ofGroups,
  )
}
