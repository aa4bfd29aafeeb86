import { kindName } from '#shared/mail/kinds.ts'
import { isShared, type MailPart, mailParts } from '#shared/mail/replaceable.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { DeskContext } from '../env.ts'
import { SentenceSearch } from './sentence-search.tsx'
import { respondSettings, settingsPath } from './settings-frame.tsx'

export const sentencesPath = `${settingsPath}/sentences`

/** The mails, and what several of them have in common, each to be said in the movement's own words. */
export function showSentences(context: DeskContext): Promise<Response> {
  const { language, movement } = context.var
  const text = textIn(language, movement).settings.sentences
  const own = (part: MailPart) => movement.sentences.filter(({ key }) => key.startsWith(`${part}.`)).length
  return respondSettings(context, {
    title: text.title,
    lead: text.lead,
    children: (
      <>
        <SentenceSearch context={context} />
        <h2>{text.mailsTitle}</h2>
        <ul class="plain-list">
          {mailParts.map((part) => (
            <li>
              <a class="plain" href={`${sentencesPath}/${part}`}>
                {partName(part, language, movement)}
              </a>
              {own(part) > 0 && <span class="soft"> ({text.own(own(part))})</span>}
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

export function partName(part: MailPart, language: Language, movement: OwnWords): string {
  return isShared(part) ? textIn(language, movement).settings.sentences.parts[part] : kindName(part, language, movement)
}
