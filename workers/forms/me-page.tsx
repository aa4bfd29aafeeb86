import movement from '#movement'
import type { OwnGroup, PersonData } from '#shared/db/person-data.ts'
import { consentFields } from '#shared/domain/public-group.ts'
import { localTime } from '#shared/domain/zone.ts'
import { referentFields } from '#shared/fields/referent.ts'
import { showDay, showValue } from '#shared/fields/show.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { PublicCard } from '#shared/html/public-card.tsx'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { Frame } from './frame.tsx'
import type { OpenVisit } from './visit.ts'

export type MeState = { page: string; isSaved?: boolean; isAgain?: boolean; asksSure?: boolean }
type MeProps = { visit: OpenVisit; person: { data: PersonData; groups: OwnGroup[] }; state: MeState }

export function MePage({ visit, person, state }: MeProps) {
  const { language, path } = visit
  const text = textIn(language)
  const entries = state.asksSure ? [{ id: 'sure', text: text.me.eraseTick }] : []
  return (
    <Frame visit={visit} language={language} title={text.me.title} path={`${path}/me`}>
      <p>
        <a href={path}>{text.history.back}</a>
      </p>
      <ErrorSummary title={text.form.errorsTitle} entries={entries} />
      {(state.isSaved || state.isAgain) && (
        <div class={state.isSaved ? 'done' : 'note'} role="status" tabindex={-1} autofocus>
          <h2>{state.isSaved ? text.me.saved : text.form.pressAgain}</h2>
        </div>
      )}
      <h1>{text.me.title}</h1>
      <Consents visit={visit} person={person} page={state.page} />
      <Kept visit={visit} person={person} />
      <Erase visit={visit} person={person} page={state.page} />
    </Frame>
  )
}

function Consents({ visit: { language, path }, person, page }: Omit<MeProps, 'state'> & { page: string }) {
  const text = textIn(language).me
  const standing = new Set(
    person.data.consents.filter(({ withdrawn_at }) => withdrawn_at === null).map(({ field }) => field),
  )
  return (
    <section class="flow" aria-labelledby="public">
      <h2 id="public">{text.publicTitle}</h2>
      <p>{text.publicLead}</p>
      <form method="post" action={`${path}/me`} class="flow">
        <input type="hidden" name="page" value={page} />
        <fieldset>
          <legend class="hidden">{text.publicTitle}</legend>
          {consentFields.map((field) => (
            <label class="pick" for={field}>
              <input type="checkbox" id={field} name={field} value="oui" checked={standing.has(field)} />
              {text.agree[field]}
            </label>
          ))}
        </fieldset>
        <button type="submit">{text.save}</button>
      </form>
      <h3>{text.cardTitle}</h3>
      {person.groups.map((group) => (
        <PublicCard group={group} language={language} />
      ))}
    </section>
  )
}

function Kept({ visit: { language, path }, person: { data } }: Omit<MeProps, 'state'>) {
  const text = textIn(language).me
  const current = data.seats.filter(({ until }) => until === null).map(({ group }) => group)
  const rows: [string, string][] = [
    [referentFields.name.label[language], data.name],
    [referentFields.email.label[language], data.email],
    [referentFields.phone.label[language], showValue(referentFields.phone, data.phone, language)],
    [text.kept.since, showDay(localTime(new Date(data.known_since), movement.timeZone).day, language)],
    [text.kept.groups, current.join(', ')],
    [text.kept.mails, String(data.mails.length)],
    [text.kept.answers, String(data.answers.length)],
    [text.kept.corrections, String(data.corrections.length)],
  ]
  return (
    <section class="flow" aria-labelledby="kept">
      <h2 id="kept">{text.keptTitle}</h2>
      <p>{text.keptLead}</p>
      <dl class="known">
        {rows.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a class="button quiet" href={`${path}/me/download`} download>
          {text.download}
        </a>
      </p>
    </section>
  )
}

function Erase({ visit: { language, path }, person, page }: Omit<MeProps, 'state'> & { page: string }) {
  const { me: text, partWays } = textIn(language)
  const alone = person.groups.filter(({ isAlone }) => isAlone)
  return (
    <section class="flow" aria-labelledby="erase">
      <h2 id="erase">{text.eraseTitle}</h2>
      <p>{text.eraseLead}</p>
      {alone.map(({ uid, values }) => (
        <p class="note">
          {text.eraseLast(values.name)} <a href={`${path}/${uid}/referents`}>{partWays.nameSomebody}</a>
        </p>
      ))}
      <form method="post" action={`${path}/me/erase`} class="flow">
        <input type="hidden" name="page" value={page} />
        <label class="pick" for="sure">
          <input type="checkbox" id="sure" name="sure" value="oui" />
          {text.eraseSure}
        </label>
        <button type="submit" class="quiet">
          {text.erase}
        </button>
      </form>
    </section>
  )
}

export function Erased({ language }: { language: Language }) {
  const text = textIn(language).me
  return (
    <Frame language={language} title={text.erasedTitle} path="/">
      <h1>{text.erasedTitle}</h1>
      <p class="lead">{text.erasedLead}</p>
    </Frame>
  )
}
