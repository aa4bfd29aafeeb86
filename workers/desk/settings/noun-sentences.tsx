import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

/** A few sentences of pages and mails with the movement's nouns, in each of its languages. */
export function NounSentences({ movement, language }: { movement: Movement; language: Language }) {
  return (
    <section class="card flow" aria-labelledby="nouns">
      <h2 id="nouns" class="plain-title">
        {textIn(language, movement).settings.nouns.triedTitle}
      </h2>
      {movement.languages.map((spoken) => (
        <ul lang={spoken}>
          {sentencesIn(spoken, movement).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      ))}
    </section>
  )
}

function sentencesIn(language: Language, movement: Movement): string[] {
  const { find, form, membership, desk, dashboard } = textIn(language, movement)
  return [
    find.title,
    find.back,
    find.contact,
    find.all,
    form.nobody,
    membership.changes.leave.lead,
    membership.changes.pause.lead,
    desk.group.closedTitle,
    desk.done.moved,
    dashboard.groups.count(3),
  ]
}
