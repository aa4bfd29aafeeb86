import { ask } from '#shared/db/ask.ts'
import { type FoundGroup, type FoundPerson, findNamedGroups, findPeople } from '#shared/db/find-people.ts'
import { listRegions } from '#shared/db/group-list.ts'
import { type Identified, ofIdentifier } from '#shared/db/of-identifier.ts'
import { listOpenRegistrations, type OpenRegistration } from '#shared/db/open-registrations.ts'
import { rarestOf, termSizes } from '#shared/db/terms.ts'
import { placeNamed } from '#shared/domain/departments.ts'
import { groupsPath } from '#shared/domain/group-filter.ts'
import { type SearchTerm, searchTerms } from '#shared/domain/search.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { groupStates } from '#shared/record/sections/identity.ts'
import { textIn } from '#shared/text/text.ts'
import { registrationsFound } from '#workers/team/find-registrations.ts'
import { findSuggestions } from '#workers/team/find-suggestions.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { WaitingRegistrations } from '#workers/team/waiting-registrations.tsx'
import type { DeskContext } from './env.ts'

const findPath = '/desk/find'
const shown = 30
const longestText = 100

type Place = NonNullable<ReturnType<typeof placeNamed>>
type Found = {
  people: FoundPerson[]
  groups: FoundGroup[]
  registrations: OpenRegistration[]
  suggestions: string[]
  place?: Place | null
  /** The page of whose identifier is looked for. */
  page?: string | null
}

/** People and groups by what is typed. One alone is opened. */
export async function showFound(context: DeskContext): Promise<Response> {
  const asked = readText(context.req.query('text'))
  const typed = readText(context.req.query('typed'))
  const { people, groups, registrations, suggestions, place, page } = await find(context, asked)
  if (page) return lead(context, page)
  const [only, ...others] = suggestions
  // One near match is shown: the page says so, and of what was typed
  if (only !== undefined && others.length === 0) return lead(context, pathOf(only, asked))
  const [alone, ...more] = [
    ...people.map(({ uid }) => `/desk/people/${uid}`),
    ...groups.map(({ uid }) => `/desk/groups/${uid}`),
  ]
  if (alone !== undefined && more.length + registrations.length === 0 && typed === '') return lead(context, alone)
  const text = textIn(context.var.language, context.var.movement).desk.find
  return respondFrame(context, {
    title: text.button,
    children: (
      <div class="flow">
        <h1>{text.results}</h1>
        {typed !== '' && <p class="note">{text.instead(typed, asked)}</p>}
        <Finder context={context} asked={asked} />
        {asked !== '' && alone === undefined && registrations.length === 0 && (
          <p class="note">{place ? <a href={groupsPath(place)}>{text.ofPlace(asked)}</a> : text.none}</p>
        )}
        {suggestions.length > 0 && <Near context={context} asked={asked} words={suggestions} />}
        {people.length > 0 && <People context={context} people={people} />}
        {groups.length > 0 && <Groups context={context} groups={groups} />}
        <WaitingRegistrations
          registrations={registrations}
          canAct={true}
          language={context.var.language}
          movement={context.var.movement}
        />
      </div>
    ),
  })
}

function pageOf({ group, person }: Identified): string | null {
  if (group) return `/desk/groups/${group}`
  return person && `/desk/people/${person}`
}

const readText = (text = '') => text.trim().slice(0, longestText)
const pathOf = (text: string, typed: string) => `${findPath}?${new URLSearchParams({ text, typed })}`
const lead = (context: DeskContext, path: string) => context.redirect(path, 303)

/** In two trips: how rare each word is, then who and what has them all; or what was meant, where nobody has one. */
async function find({ var: { reads, movement } }: DeskContext, asked: string): Promise<Found> {
  const terms = searchTerms(asked)
  if (terms.length === 0) return { people: [], groups: [], registrations: [], suggestions: [] }
  const { sizes, places, open, identifier } = await ask(reads, {
    identifier: ofIdentifier(reads, asked),
    sizes: termSizes(reads, terms),
    places: listRegions(reads),
    open: listOpenRegistrations(reads),
  })
  const registrations = registrationsFound(open, terms)
  const missing = terms.findIndex(({ of }: SearchTerm, index) => of === 'word' && sizes[index] === 0)
  if (missing >= 0) {
    const place = placeNamed(asked, places, movement.countries)
    const page = pageOf(identifier)
    const suggestions =
      page || place || registrations.length > 0 ? [] : await findSuggestions(reads, asked, terms[missing])
    return { people: [], groups: [], registrations, suggestions, place, page }
  }
  const begin = rarestOf(sizes)
  const found = await ask(reads, {
    people: findPeople(reads, terms, begin, shown + 1),
    groups: findNamedGroups(reads, terms, begin, shown + 1),
  })
  return { ...found, registrations, suggestions: [] }
}

/** Where one types whom one looks for. */
export function Finder({ context, asked }: { context: DeskContext; asked: string }) {
  const text = textIn(context.var.language, context.var.movement).desk.find
  return (
    <form action={findPath} class="row finder">
      <div class="field">
        <label for="text">{text.label}</label>
        <input type="search" id="text" name="text" value={asked} autocomplete="off" spellcheck={false} />
      </div>
      <button type="submit">{text.button}</button>
    </form>
  )
}

function Near({ context, asked, words }: { context: DeskContext; asked: string; words: readonly string[] }) {
  const text = textIn(context.var.language, context.var.movement).dashboard.groups
  return (
    <section aria-labelledby="near">
      <h2 id="near">{text.suggestions}</h2>
      <ul class="known">
        {words.map((word) => (
          <li>
            <a href={pathOf(word, asked)}>{word}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function People({ context, people }: { context: DeskContext; people: readonly FoundPerson[] }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).desk.find
  return (
    <section aria-labelledby="people">
      <h2 id="people">{text.people}</h2>
      {people.length > shown && <p class="says">{text.more(shown)}</p>}
      <ul class="people">
        {people.slice(0, shown).map(({ uid, name, email, phone, groups }) => (
          <li>
            <a class="found" href={`/desk/people/${uid}`}>
              {name}
            </a>
            <span class="line">{groups.length > 0 ? groups.map((group) => group.name).join(', ') : text.departed}</span>
            <span class="line soft">{email ?? (phone && showPhone(phone, movement.country))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Groups({ context, groups }: { context: DeskContext; groups: readonly FoundGroup[] }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).desk.find
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{text.groups}</h2>
      {groups.length > shown && <p class="says">{text.more(shown)}</p>}
      <ul class="people">
        {groups.slice(0, shown).map(({ uid, name, town, state }) => (
          <li>
            <a class="found" href={`/desk/groups/${uid}`}>
              {name}
            </a>
            <span class="line soft">
              {[town, groupStates[state][language]].filter((word) => word !== null).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
