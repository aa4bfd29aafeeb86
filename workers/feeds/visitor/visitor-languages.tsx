import { isLanguage, languageNames } from '#shared/text/language.ts'
import type { FeedsContext } from '../env.ts'
import { visitorLanguage } from './reader.ts'

/** The form of a page in which visitors type. */
export const visitorFormId = 'typed'

/** Whether another language was pressed: the form comes back in it, as it was typed. */
export const isInAnotherLanguage = (form: FormData) => isLanguage(form.get('to'))

type LanguagesProps = { context: FeedsContext; isTyped: boolean }

/** The movement's other languages: of the page as it was asked for, or of a form with what was typed in it, which a link would lose. */
export function VisitorLanguages({ context, isTyped }: LanguagesProps) {
  const language = visitorLanguage(context)
  const others = context.var.movement.languages.filter((other) => other !== language)
  return (
    <>
      {others.map((other) =>
        isTyped ? (
          <button
            type="submit"
            form={visitorFormId}
            formaction={addressIn(context, other)}
            name="to"
            value={other}
            lang={other}
          >
            {languageNames[other]}
          </button>
        ) : (
          <a href={addressIn(context, other)} lang={other} hreflang={other}>
            {languageNames[other]}
          </a>
        ),
      )}
    </>
  )
}

/** What was searched for stays. */
function addressIn({ req }: FeedsContext, language: string): string {
  const { pathname, searchParams } = new URL(req.url)
  const query = ['q', 'region'].flatMap((name) =>
    searchParams
      .getAll(name)
      .slice(0, 1)
      .map((value) => [name, value]),
  )
  return `${pathname}?${new URLSearchParams([...query, ['lang', language]])}`
}
