import { keptAtOnce, type PersonData } from '#shared/db/person-data.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import { LanguageName } from '#shared/html/language-name.tsx'
import { PartsLine } from '#shared/html/parts-line.tsx'
import { kindName } from '#shared/mail/kinds.ts'
import type { Movement } from '#shared/movement.ts'
import { showDay, showValue } from '#shared/record/show.ts'
import { cut } from '#shared/text/cut.ts'
import { isLanguage, type Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

/** `path` is of the page, `from` the row from which on the lists that grow are shown. */
type KeptProps = { movement: Movement; data: PersonData; language: Language; path: string; from: number }

/** Characters of somebody's words that stand among others: the file has them whole. */
const mostOfWords = 300

/** What is kept about a person, in words; of what grows, a page. The file holds all of it, for programs too. */
export function KeptData({ movement, data, language, path, from }: KeptProps) {
  const text = textIn(language, movement).me
  const { kept } = text
  const { name, email, phone } = movement.sections.ours.referents.fields
  const facts: [label: string, value: Child][] = [
    [name.label[language], data.name],
    [email.label[language], showValue(email, data.email, language)],
    ...data.other_addresses.map((address): [string, Child] => [email.label[language], address]),
    [phone.label[language], showValue(phone, data.phone, language)],
    [kept.language, isLanguage(data.language) ? <LanguageName language={data.language} /> : kept.noLanguage],
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
        {listsOf(data, movement, language).map(({ title, lines, count }) => (
          <details>
            <summary>{kept.counted(title, count ?? lines.length)}</summary>
            <ul class="known lines">
              {lines.map((line) => (
                <li>
                  <PartsLine parts={line.split(' · ')} />
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
      <OtherRows data={data} language={language} movement={movement} path={path} from={from} />
      <p>
        <a class="button quiet" href={`${path}/download`} download>
          {text.download}
        </a>
      </p>
    </section>
  )
}

/** The ways to what is older, and back to the latest. */
function OtherRows({ data: { counts }, language, movement, path, from }: KeptProps) {
  const { history } = textIn(language, movement)
  const next = from + keptAtOnce
  const hasOlder = Object.values(counts).some((count) => count > next)
  if (!hasOlder && from === 0) return null
  return (
    <p class="row">
      {hasOlder && (
        <a class="button quiet" href={`${path}?from=${next}#kept`}>
          {history.older}
        </a>
      )}
      {from > 0 && (
        <a class="button quiet" href={`${path}#kept`}>
          {history.latest}
        </a>
      )}
    </p>
  )
}

const dayIn = (at: string, movement: Movement, language: Language) =>
  showDay(localTime(new Date(at), movement.timeZone).day, language)

function noMailOf(
  { reason, since }: NonNullable<PersonData['no_mail']>,
  movement: Movement,
  language: Language,
): string {
  return `${textIn(language, movement).me.kept.noMailReasons[reason]} (${dayIn(since, movement, language)})`
}

/** What there may be much of, each a title and its lines; what there is none of is left out. */
function listsOf(
  data: PersonData,
  movement: Movement,
  language: Language,
): { title: string; lines: string[]; count?: number }[] {
  const { me, dashboard } = textIn(language, movement)
  const { kept } = me
  const day = (at: string) => dayIn(at, movement, language)
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ')
  const lists = [
    {
      title: kept.groups,
      lines: data.memberships.map(({ group, role, since, until }) =>
        join(group, role, kept.membership(day(since), until && day(until))),
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
    {
      title: kept.answers,
      count: data.counts.answers,
      lines: data.answers.map(({ group, kind, at }) => join(day(at), group, kept.answer[kind])),
    },
    {
      title: kept.corrections,
      count: data.counts.corrections,
      lines: data.corrections.map(({ group, at, changes }) => join(day(at), group, kept.changes(changes))),
    },
    {
      title: kept.words,
      count: data.counts.words,
      lines: data.words.map(({ group, body, at }) => join(day(at), group, cut(body, mostOfWords))),
    },
    {
      title: kept.mails,
      count: data.counts.mails,
      lines: data.mails.map(({ kind, state, at }) =>
        join(day(at), kindName(kind, language, movement), dashboard.group.mailState[state]),
      ),
    },
  ]
  return lists.filter(({ lines }) => lines.length > 0)
}

function listName(key: string, movement: Movement, language: Language): string {
  return movement.lists.find((list) => list.key === key)?.label[language] ?? key
}
