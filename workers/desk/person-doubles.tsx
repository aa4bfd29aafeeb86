import { ask } from '#shared/db/ask.ts'
import { findPeople } from '#shared/db/find-people.ts'
import { type KnownPersonMerge, listPeopleAlike, mergingPerson, type PersonAlike } from '#shared/db/person-merges.ts'
import type { TeamPerson } from '#shared/db/team-person.ts'
import { rarestOf, termSizes } from '#shared/db/terms.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type SearchTerm, searchTerms } from '#shared/domain/search.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { showDay } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm } from './desk-form.tsx'
import type { DeskContext } from './env.ts'

/** Who became part of somebody, and who may be the same person. */
export type BesidePerson = { merges: readonly KnownPersonMerge[]; alike: readonly PersonAlike[] }
type DoublesProps = { context: DeskContext; person: TeamPerson; beside: BesidePerson; token: string }

const shown = 20
/** Characters of what is looked for. */
const longest = 254

export function PersonDoubles({ context, person, beside, token }: DoublesProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).merge.person
  const path = `/desk/people/${person.uid}`
  return (
    <>
      {beside.merges.length > 0 && (
        <section aria-labelledby="merged">
          <h2 id="merged">{text.mergedTitle}</h2>
          <ul class="known">
            {beside.merges.map(({ other, mergedAt, isUntouched }) => (
              <li>
                <p>
                  {text.merged(other.name, other.email, showDay(localTime(mergedAt, movement.timeZone).day, language))}
                </p>
                {isUntouched ? (
                  <DeskForm path={path} token={token}>
                    <input type="hidden" name="merged" value={other.uid} />
                    <button type="submit" class="quiet" name="do" value="part">
                      {text.undo}
                    </button>
                  </DeskForm>
                ) : (
                  <p class="soft">{text.written}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="doubles">
        <h2 id="doubles">{text.section}</h2>
        <p class="says">{text.sectionLead}</p>
        <PeopleList kept={person.uid} people={beside.alike} language={language} movement={movement} />
        <p class="alone">
          <a href={`${path}/merge`}>{text.open}</a>
        </p>
      </section>
    </>
  )
}

/** Who may be this person, or anybody else whom somebody looks for. Two trips at most. */
export async function findPersonDouble(context: DeskContext): Promise<Response> {
  const { reads, language } = context.var
  const uid = context.req.param('uid') ?? ''
  const text = (context.req.query('text') ?? '').slice(0, longest)
  const terms = searchTerms(text)
  const { person, alike, sizes } = await ask(reads, {
    person: mergingPerson(reads, uid),
    alike: listPeopleAlike(reads, uid, shown),
    sizes: termSizes(reads, terms),
  })
  if (!person) throw new Problem('person_unknown')
  const named = terms.length === 0 ? [] : await findNamed(context, uid, terms, rarestOf(sizes))
  const words = textIn(language, context.var.movement).merge
  return respondFrame(context, {
    title: words.person.findTitle(person.name),
    children: (
      <div class="flow narrow">
        <p>
          <a class="plain" href={`/desk/people/${uid}`}>
            {person.name}
          </a>
        </p>
        <h1>{words.person.findTitle(person.name)}</h1>
        <p class="lead">{words.person.findLead}</p>
        <section aria-labelledby="likely">
          <h2 id="likely">{words.person.likely}</h2>
          {alike.length === 0 && <p class="soft">{words.person.noneLikely}</p>}
          <PeopleList kept={uid} people={alike} language={language} movement={context.var.movement} />
        </section>
        <section aria-labelledby="search">
          <h2 id="search">{words.person.search}</h2>
          <form class="row finder">
            <div class="field">
              <label for="text">{words.person.searchLabel}</label>
              <input type="search" id="text" name="text" value={text} autocomplete="off" />
            </div>
            <button type="submit" class="quiet">
              {words.group.searchButton}
            </button>
          </form>
          {text !== '' && named.length === 0 && <p role="status">{words.person.noneFound}</p>}
          <PeopleList kept={uid} people={named} language={language} movement={context.var.movement} />
        </section>
      </div>
    ),
  })
}

async function findNamed(
  { var: { reads, movement } }: DeskContext,
  besides: string,
  terms: readonly SearchTerm[],
  begin: number,
): Promise<Likely[]> {
  const { people } = await ask(reads, { people: findPeople(reads, terms, begin, shown + 1) })
  return people
    .filter(({ uid }) => uid !== besides)
    .slice(0, shown)
    .map(({ uid, name, email, phone, groups }) => ({
      uid,
      name,
      email: email ?? (phone && showPhone(phone, movement.country)),
      groups: groups.map((group) => group.name),
    }))
}

/** `like`: what they have in common, where nobody looked for them. */
type Likely = Omit<PersonAlike, 'like'> & { like?: PersonAlike['like'] }
type ListProps = { kept: string; people: readonly Likely[]; language: Language; movement: OwnWords }

function PeopleList({ kept, people, language, movement }: ListProps) {
  if (people.length === 0) return null
  const { like: words } = textIn(language, movement).merge.person
  return (
    <ul class="people">
      {people.map(({ uid, name, email, groups, like }) => (
        <li>
          <a class="found" href={`/desk/people/${kept}/merge/${uid}`}>
            {name}
          </a>
          {groups.length > 0 && <span class="line">{groups.join(', ')}</span>}
          {email && <span class="line soft">{email}</span>}
          {like && <span class="line soft">{words[like]}</span>}
        </li>
      ))}
    </ul>
  )
}
