import type { OwnGroup, PersonData } from '#shared/db/person-data.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { PublicCard } from '#shared/html/public-card.tsx'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { consentsAsked } from './consents-asked.ts'
import { Frame } from './frame.tsx'
import { KeptData } from './kept-data.tsx'
import type { OpenLinkSession } from './link-session.ts'

export type MeState = {
  page: string
  /** The row from which on the lists that grow are shown. */
  from?: number
  isSaved?: boolean
  isAgain?: boolean
  /** What was ticked to be public, and takes another press. */
  ticked?: readonly string[]
  /** The boxes that erasing waits for: that they are sure, and that a group has nobody for now. */
  asks?: readonly string[]
  /** Those that were ticked already. */
  said?: readonly string[]
}
type MeProps = { session: OpenLinkSession; person: { data: PersonData; groups: OwnGroup[] }; state: MeState }

export function MePage({ session, person, state }: MeProps) {
  const { language, path } = session
  const text = textIn(language, session.movement)
  const entries = (state.asks ?? []).map((id) => ({ id, text: askedText(person.groups, id, session) }))
  const prefix = [
    ...(entries.length > 0 ? [text.form.errorsTitle(entries.length)] : []),
    ...(state.isSaved ? [text.me.saved] : []),
    ...(state.isAgain ? [text.form.submitAgain] : []),
  ]
  return (
    <Frame
      movement={session.movement}
      session={session}
      language={language}
      title={[...prefix, text.me.title].join(' – ')}
      path={`${path}/me`}
    >
      <p>
        <a class="plain" href={path}>
          {text.history.back}
        </a>
      </p>
      <ErrorSummary title={text.form.errorsTitle(entries.length)} entries={entries} />
      {(state.isSaved || state.isAgain) && (
        <div class={state.isSaved ? 'done' : 'note'} role="status" tabindex={-1} autofocus>
          <h2>{state.isSaved ? text.me.saved : text.form.submitAgain}</h2>
        </div>
      )}
      <h1>{text.me.title}</h1>
      <Consents session={session} person={person} state={state} />
      <KeptData
        movement={session.movement}
        data={person.data}
        language={language}
        path={`${path}/me`}
        from={state.from ?? 0}
      />
      <Erase session={session} person={person} state={state} />
    </Frame>
  )
}

function Consents({ session: { movement, language, path }, person, state: { page, ticked } }: MeProps) {
  const text = textIn(language, movement).me
  const consented = new Set<string>(
    ticked ?? person.data.consents.filter(({ withdrawn_at }) => withdrawn_at === null).map(({ field }) => field),
  )
  return (
    <section class="flow" aria-labelledby="public">
      <h2 id="public">{text.publicTitle}</h2>
      <p>{text.publicLead}</p>
      <form method="post" action={`${path}/me`} class="flow">
        <input type="hidden" name="page" value={page} />
        <fieldset>
          <legend class="hidden">{text.publicTitle}</legend>
          {consentsAsked(movement, language).map(([field, sentence]) => (
            <label class="pick" for={field}>
              <input type="checkbox" id={field} name={field} value="oui" checked={consented.has(field)} />
              {sentence}
            </label>
          ))}
        </fieldset>
        <button type="submit">{text.save}</button>
      </form>
      <h3>{text.cardTitle}</h3>
      {person.groups.map(({ name, shown }) =>
        shown ? (
          <PublicCard group={shown} movement={movement} language={language} />
        ) : (
          <p class="card soft">{text.notOnMap(name)}</p>
        ),
      )}
    </section>
  )
}

/** The box that says of a group that it has nobody for now. */
export const nobodyBox = (group: string) => `nobody.${group}`

/** What is asked before erasing, by the box that answers it. */
function askedText(groups: readonly OwnGroup[], box: string, { movement, language }: MeProps['session']): string {
  const text = textIn(language, movement).me
  const group = groups.find(({ uid }) => nobodyBox(uid) === box)
  return group ? text.eraseWho(group.name) : text.eraseTick
}

function Erase({ session, person, state }: MeProps) {
  const { movement, language, path } = session
  const text = textIn(language, movement).me
  return (
    <section class="flow" aria-labelledby="erase">
      <h2 id="erase">{text.eraseTitle}</h2>
      <p>{text.eraseLead}</p>
      <form method="post" action={`${path}/me/erase`} class="flow">
        <input type="hidden" name="page" value={state.page} />
        {person.groups
          .filter(({ isAlone }) => isAlone)
          .map((group) => (
            <Follows
              group={group}
              session={session}
              isAsked={isAsked(state, nobodyBox(group.uid))}
              isSaid={isSaid(state, nobodyBox(group.uid))}
            />
          ))}
        <div class={isAsked(state, 'sure') ? 'wrong' : undefined}>
          <label class="pick" for="sure">
            <input type="checkbox" id="sure" name="sure" value="oui" checked={isSaid(state, 'sure')} />
            {text.eraseSure}
          </label>
        </div>
        <button type="submit" class="quiet">
          {text.erase}
        </button>
      </form>
    </section>
  )
}

const isSaid = ({ said = [] }: MeState, box: string) => said.includes(box)
const isAsked = ({ asks = [] }: MeState, box: string) => asks.includes(box)

type FollowsProps = { group: OwnGroup; session: MeProps['session']; isAsked: boolean; isSaid: boolean }

/** Who takes over a group that would have nobody: a name, or a word that there is none. */
function Follows({ group, session: { movement, path, language }, isAsked, isSaid }: FollowsProps) {
  const { me: text, membership } = textIn(language, movement)
  const id = nobodyBox(group.uid)
  return (
    <div class={isAsked ? 'wrong' : 'note'}>
      <p class={isAsked ? 'error' : undefined}>{text.eraseLast(group.name)}</p>
      <p>
        <a class="plain" href={`${path}/${group.uid}/referents`}>
          {membership.nameSomebody}
        </a>
      </p>
      <label class="pick" for={id}>
        <input type="checkbox" id={id} name={id} value="oui" checked={isSaid} />
        {text.eraseNobody(group.name)}
      </label>
    </div>
  )
}

type ErasedProps = { movement: Movement; language: Language /** They were of a group. */; isThanked: boolean }

export function Erased({ movement, language, isThanked }: ErasedProps) {
  const text = textIn(language, movement).me
  return (
    <Frame movement={movement} language={language} title={text.erasedTitle} path="/">
      <h1>{text.erasedTitle}</h1>
      <p class="lead">{isThanked ? `${text.erasedThanks} ${text.erasedLead}` : text.erasedLead}</p>
    </Frame>
  )
}
