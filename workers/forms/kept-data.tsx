import type { PersonData } from '#shared/db/person-data.ts'
import { localTime } from '#shared/domain/zone.ts'
import { kindName } from '#shared/mail/kinds.ts'
import type { Movement } from '#shared/movement.ts'
import { showDay, showValue } from '#shared/record/show.ts'
import { isLanguage, type Language, languageNames } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

type KeptProps = { movement: Movement; data: PersonData; language: Language; download: string }

/** All that is kept about a person, in words; the file holds the same for programs. */
export function KeptData({ movement, data, language, download }: KeptProps) {
  const text = textIn(language).me
  const { kept } = text
  const { name, email, phone } = movement.sections.ours.referents.fields
  const facts: [label: string, value: string][] = [
    [name.label[language], data.name],
    [email.label[language], showValue(email, data.email, language)],
    [phone.label[language], showValue(phone, data.phone, language)],
    [kept.language, isLanguage(data.language) ? languageNames[data.language] : kept.noLanguage],
    [kept.since, dayIn(data.known_since, movement, language)],
    ...(data.no_mail ? [[kept.noMail, noMailOf(data.no_mail, movement, language)] as [string, string]] : []),
  ]
  return (
    <section class="flow" aria-labelledby="kept">
      <h2 id="kept">{text.keptTitle}</h2>
      <p>{text.keptLead}</p>
      <dl class="known">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        {listsOf(data, movement, language).map(({ title, lines }) => (
          <details>
            <summary>{kept.counted(title, lines.length)}</summary>
            <ul class="known lines">
              {lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </details>
        ))}
      </div>
      <p>
        <a class="button quiet" href={download} download>
          {text.download}
        </a>
      </p>
    </section>
  )
}

const dayIn = (at: string, movement: Movement, language: Language) =>
  showDay(localTime(new Date(at), movement.timeZone).day, language)

function noMailOf(
  { reason, since }: NonNullable<PersonData['no_mail']>,
  movement: Movement,
  language: Language,
): string {
  return `${textIn(language).me.kept.noMailReasons[reason]} (${dayIn(since, movement, language)})`
}

/** What there may be much of, each a title and its lines; what there is none of is left out. */
function listsOf(data: PersonData, movement: Movement, language: Language): { title: string; lines: string[] }[] {
  const { me, dashboard } = textIn(language)
  const { kept } = me
  const day = (at: string) => dayIn(at, movement, language)
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
  const lists = [
    {
      title: kept.groups,
      lines: data.seats.map(({ group, role, since, until }) =>
        join(group, role, kept.seat(day(since), until && day(until))),
      ),
    },
    {
      title: kept.lists,
      lines: data.subscriptions.map(({ list, since }) => join(listName(list, movement, language), day(since))),
    },
    {
      title: kept.consents,
      lines: data.consents.map(({ wording, agreed_at, withdrawn_at }) =>
        join(wording, kept.agreed(day(agreed_at), withdrawn_at && day(withdrawn_at))),
      ),
    },
    { title: kept.answers, lines: data.answers.map(({ group, kind, at }) => join(day(at), group, kept.answer[kind])) },
    {
      title: kept.corrections,
      lines: data.corrections.map(({ group, at, changes }) => join(day(at), group, kept.changes(changes.length))),
    },
    { title: kept.words, lines: data.words.map(({ group, body, at }) => join(day(at), group, body)) },
    {
      title: kept.mails,
      lines: data.mails.map(({ kind, state, at }) =>
        join(day(at), kindName(kind, language), dashboard.group.mailState[state]),
      ),
    },
  ]
  return lists.filter(({ lines }) => lines.length > 0)
}

function listName(key: string, movement: Movement, language: Language): string {
  return movement.lists.find((list) => list.key === key)?.label[language] ?? key
}
