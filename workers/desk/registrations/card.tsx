import type { TeamRegistration } from '#shared/db/team-registrations.ts'
import { localTime } from '#shared/domain/zone.ts'
import { FieldInput } from '#shared/html/field-input.tsx'
import { paragraphs } from '#shared/record/codecs.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { countryName } from '#shared/record/country-formats.ts'
import type { Field } from '#shared/record/field.ts'
import { showDay } from '#shared/record/show.ts'
import { colonIn } from '#shared/text/colon.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { inEachLanguage } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { coordinatorName } from '#workers/team/risk-words.ts'
import { DeskForm } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'

const path = '/desk/registrations'

export function answerField(own: OwnWords): Field<string> {
  const label = inEachLanguage((language) => textIn(language, own).join.desk.answer)
  return {
    label,
    hint: inEachLanguage((language) => textIn(language, own).join.desk.answerHint),
    control: { kind: 'long_text' },
    codec: paragraphs(4000),
    headings: inEachLanguage((language) => [label[language]] as const),
    audience: 'coordinators',
  }
}

/** What was typed in answer to a registration (uid), and what is wrong with it. */
export type TypedRefusal = { uid: string; text: string; problem?: FieldProblem }

/** `path`: the part of the list that it stands in, which comes back with what was typed. */
type CardProps = {
  context: DeskContext
  path: string
  registration: TeamRegistration
  token: string
  typed: TypedRefusal | null
}

/** A group that registered: what it may be already, before what can be done. */
export function RegistrationCard({ context, path: action, registration, token, typed }: CardProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).join.desk
  const { uid, groupName, town, postcode, country, region, name, email, phone, body, at, answer } = registration
  return (
    <article class="card flow" id={`registration-${uid}`} aria-labelledby={`name-${uid}`}>
      <h2 id={`name-${uid}`}>{groupName}</h2>
      <p>
        {[[postcode, town].filter(Boolean).join(' '), region, country && countryName(country, language)]
          .filter(Boolean)
          .join(', ')}
        {region === null && !answer && <span class="soft"> {text.unplaced}</span>}
      </p>
      <p>
        {text.said(name, showDay(localTime(at, movement.timeZone).day, language))}
        <br />
        <a href={`mailto:${email}`}>{email}</a>
        {phone && (
          <>
            <br />
            <a href={`tel:${phone}`}>{showPhone(phone, movement.country)}</a>
          </>
        )}
      </p>
      {body && <p class="lines">{body}</p>}
      {answer ? (
        <Answered context={context} registration={registration} />
      ) : (
        <>
          <Alike registration={registration} language={language} movement={movement} />
          <p class="alone">
            <a class="button" href={`${path}/${uid}`}>
              {text.accept}
              <span class="hidden">, {groupName}</span>
            </a>
          </p>
          <details open={typed !== null}>
            <summary>
              {text.refuse}
              <span class="hidden">, {groupName}</span>
            </summary>
            <DeskForm path={action} token={token}>
              <input type="hidden" name="registration" value={uid} />
              <FieldInput
                field={answerField(movement)}
                name={`answer.${uid}`}
                text={typed?.text ?? ''}
                language={language}
                movement={movement}
                problem={typed?.problem}
              />
              <button type="submit" name="do" value="refuse">
                {text.send}
              </button>
            </DeskForm>
          </details>
        </>
      )}
      <details>
        <summary>
          {text.erase}
          <span class="hidden">, {groupName}</span>
        </summary>
        <DeskForm path={action} token={token}>
          <p class="soft">{text.eraseLead}</p>
          <input type="hidden" name="registration" value={uid} />
          <button type="submit" class="quiet slim" name="do" value="erase">
            {text.erase}
          </button>
        </DeskForm>
      </details>
    </article>
  )
}

type AlikeProps = { registration: TeamRegistration; language: DeskContext['var']['language']; movement: OwnWords }

function Alike({ registration: { alike }, language, movement }: AlikeProps) {
  const text = textIn(language, movement).join.desk
  if (alike.length === 0) return <p class="soft">{text.noneAlike}</p>
  return (
    <div>
      <p>
        <strong>{text.alike}</strong>
      </p>
      <ul class="known">
        {alike.map(({ uid, name, town }) => (
          <li>
            <a href={`/desk/groups/${uid}`}>{town === null ? name : `${name} (${town})`}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Answered({ context, registration: { answer } }: Pick<CardProps, 'context' | 'registration'>) {
  const { language, movement } = context.var
  const text = textIn(language, movement).join.desk
  if (!answer) return null
  const by = coordinatorName(answer.by, movement)
  const day = showDay(localTime(answer.at, movement.timeZone).day, language)
  if (answer.words !== null)
    return (
      <div>
        <p class="soft">{text.refusedBy(by, day)}</p>
        <p class="lines">{answer.words}</p>
      </div>
    )
  return (
    <p class="soft">
      {text.acceptedBy(by, day)}
      {answer.group && (
        <>
          {colonIn(language)}
          <a href={`/desk/groups/${answer.group.uid}`}>{answer.group.name}</a>
        </>
      )}
    </p>
  )
}
