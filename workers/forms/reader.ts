import { languageOf } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import type { FormsContext } from './env.ts'

/** The language to answer in: what the address asks for, else what was chosen for this link, else the person's own, else what a stranger chose, else the browser's, else the movement's. */
export function readerLanguage(context: FormsContext, preferred: Language | null = null): Language {
  const { movement, asked, chosen, kept } = context.var
  return languageOf(movement, asked ?? chosen ?? preferred ?? kept ?? browserLanguage(context))
}

/** The first language of Accept-Language that the movement has (RFC 9110 §12.5.4, without the weights: browsers send them in order). */
function browserLanguage(context: FormsContext): Language | undefined {
  const asked = (context.req.header('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked
    .map((code) => context.var.movement.languages.find((language) => language === code))
    .find((language) => language !== undefined)
}
