import type { TeamPerson } from '#shared/db/team-person.ts'
import { localTime } from '#shared/domain/zone.ts'
import { LanguageName } from '#shared/html/language-name.tsx'
import { PartsLine } from '#shared/html/parts-line.tsx'
import { kindName } from '#shared/mail/kinds.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { groupStates } from '#shared/record/sections/identity.ts'
import { showDay } from '#shared/record/show.ts'
import { languageNameIn } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { Done, NotDone } from './notice.tsx'
import { type BesidePerson, PersonDoubles } from './person-doubles.tsx'

const mailsAtGlance = 5

export type PersonTrouble = { title: string; status: number }
type PersonProps = { context: DeskContext; person: TeamPerson; token: string }
type PageProps = PersonProps & {
  /** Whoever is signed in may decide for all of this person's groups. */
  isWhole: boolean
  trouble?: PersonTrouble | undefined
  beside: BesidePerson
}

/** All that the team needs to help one person. */
export function PersonPage({ isWhole, trouble, beside, ...props }: PageProps) {
  const { context, person } = props
  const text = textIn(context.var.language, context.var.movement).desk.person
  return (
    <>
      <Done context={context} />
      {trouble && <NotDone title={trouble.title} />}
      <div class="headline">
        <p class="kicker">{text.kicker}</p>
        <h1>{person.name}</h1>
        {person.email && (
          <p>
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </p>
        )}
        {person.phone && (
          <p>
            <a href={`tel:${person.phone}`}>{showPhone(person.phone, context.var.movement.country)}</a>
          </p>
        )}
      </div>
      <div class="spread">
        <div class="major">
          <Link {...props} />
          <Mails {...props} />
        </div>
        <div class="minor">
          <Groups {...props} />
          <Language {...props} />
          {isWhole && <PersonDoubles {...props} beside={beside} />}
          {isWhole && <Data {...props} />}
        </div>
      </div>
    </>
  )
}

function Link({ context, person, token }: PersonProps) {
  const { language, movement } = context.var
  const all = textIn(language, movement)
  const text = all.desk.person
  const { suppressed } = person
  const path = `/desk/people/${person.uid}`
  return (
    <section aria-labelledby="link">
      <h2 id="link">{text.linkTitle}</h2>
      {person.email === null ? (
        <p>{text.noAddress}</p>
      ) : suppressed ? (
        <DeskForm path={path} token={token}>
          <p>
            {text.suppressed(
              all.dashboard.reason[suppressed.reason],
              showDay(localTime(suppressed.since, movement.timeZone).day, language),
            )}
          </p>
          {suppressed.explanation && <p class="soft">{text.saidWas(suppressed.explanation)}</p>}
          {suppressed.reason === 'hard_bounce' ? (
            <button type="submit" class="quiet" name="do" value="open">
              {text.open}
            </button>
          ) : (
            <p>{text.theirs}</p>
          )}
        </DeskForm>
      ) : (
        <DeskForm path={path} token={token}>
          <p>{text.linkLead}</p>
          <button type="submit" name="do" value="send_link">
            {text.sendLink}
          </button>
        </DeskForm>
      )}
    </section>
  )
}

function Mails({ context, person }: PersonProps) {
  const { language, movement } = context.var
  const { dashboard, desk } = textIn(language, movement)
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{desk.person.mails}</h2>
      {person.mails.length === 0 && <p class="soft">{dashboard.group.noMail}</p>}
      <MailList context={context} mails={person.mails.slice(0, mailsAtGlance)} />
      {person.mails.length > mailsAtGlance && (
        <details>
          <summary>{desk.person.earlierMails(person.mails.length - mailsAtGlance)}</summary>
          <MailList context={context} mails={person.mails.slice(mailsAtGlance)} />
        </details>
      )}
    </section>
  )
}

function MailList({ context, mails }: { context: DeskContext; mails: TeamPerson['mails'] }) {
  const { language, movement } = context.var
  const { reason: reasons, group: text } = textIn(language, movement).dashboard
  return (
    <ul class="people">
      {mails.map(({ kind, state, reason, at }) => (
        <li>
          <b>{kindName(kind, language, movement)}</b>
          <span class={`line ${state === 'failed' || state === 'suppressed' ? 'trouble' : 'soft'}`}>
            {reason ? reasons[reason] : text.mailState[state]}
            {' · '}
            {showDay(localTime(at, movement.timeZone).day, language)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Groups({ context, person }: PersonProps) {
  const { language } = context.var
  const { writesTo } = context.var.movement
  const { desk, merge, passed } = textIn(language, context.var.movement)
  const text = desk.person
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{text.groups}</h2>
      <p class="says">{person.groups.length === 0 ? text.noGroup : text.groupsLead}</p>
      <ul class="known">
        {person.groups.map(({ uid, name, state }) => (
          <li>
            <a class="strong" href={`/desk/groups/${uid}`}>
              {name}
            </a>
            <PartsLine
              parts={[
                <a href={`/desk/groups/${uid}/referents`}>{text.correct}</a>,
                <a href={`/desk/people/${person.uid}/move/${uid}`}>{merge.move.open}</a>,
                <a href={`/desk/groups/${uid}/link?for=${person.uid}`}>{passed.desk.title}</a>,
              ]}
            />
            {!writesTo.some((one) => one === state) && (
              <span class="line soft">{text.unwritten(groupStates[state][language])}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Language({ context, person, token }: PersonProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).desk.person
  const theirs = person.language ?? movement.languages[0]
  const others = movement.languages.filter((one) => one !== theirs)
  if (others.length === 0 || theirs === undefined) return null
  return (
    <section aria-labelledby="language">
      <h2 id="language">{text.language}</h2>
      <p class="says">{text.languageLead(languageNameIn(theirs, language))}</p>
      {others.map((one) => (
        <DeskForm path={`/desk/people/${person.uid}`} token={token}>
          <input type="hidden" name="language" value={one} />
          <button type="submit" class="quiet" name="do" value="language">
            <LanguageName language={one} />
          </button>
        </DeskForm>
      ))}
    </section>
  )
}

function Data({ context, person, token }: PersonProps) {
  const text = textIn(context.var.language, context.var.movement).desk.person
  const path = `/desk/people/${person.uid}`
  return (
    <section aria-labelledby="data">
      <h2 id="data">{text.data}</h2>
      <p class="says">
        <a href={`${path}/download`}>{text.download}</a>
      </p>
      <details>
        <summary>{text.erase}</summary>
        <DeskForm path={path} token={token}>
          <p>{text.eraseLead}</p>
          <label class="pick" for="sure">
            <input type="checkbox" id="sure" name="sure" value="oui" />
            {text.sure(person.name)}
          </label>
          <button type="submit" class="quiet" name="do" value="erase">
            {text.erase}
          </button>
        </DeskForm>
      </details>
    </section>
  )
}
