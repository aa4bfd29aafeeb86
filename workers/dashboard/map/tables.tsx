import { byNameIn, departmentName } from '#shared/domain/departments.ts'
import { type GroupFilter, groupsPath, unknownPlace } from '#shared/domain/group-filter.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { Take } from '../chart/figure.tsx'
import type { Numbers } from '../chart/table.tsx'
import type { Colouring } from './colouring.ts'
import { type MapQuery, mapPath, withinDrawn } from './query.ts'
import type { Marked, Tally } from './tally.ts'

type Placed = Pick<Movement, 'countries' | 'nouns' | 'sentences'>
type PlaceTableProps = {
  movement: Placed
  rows: readonly Tally[]
  query: MapQuery
  colouring: Colouring
  language: Language
}

/** The same for a spreadsheet. */
export function placeNumbers({ movement, rows, query: { place }, colouring, language }: PlaceTableProps): Numbers {
  const { countries } = movement
  const { map: text, groups, percent } = textIn(language, movement).dashboard
  const isFine = place.region !== '' || place.department !== ''
  const hasShares = rows.some(({ share }) => share !== null)
  return {
    head: [isFine ? groups.part.department : groups.part.region, groups.title, ...(hasShares ? [colouring.share] : [])],
    rows: rows.map(({ name, groups: count, share }) => [
      (isFine ? departmentName(countries, name) : name) || text.unknown,
      count,
      ...(hasShares ? [share === null ? null : { value: share, shown: percent(share) }] : []),
    ]),
  }
}

/** The same as the map, place by place; each leads to its own map and to its groups. */
export function PlaceTable({ movement, rows, query, colouring, language }: PlaceTableProps) {
  const { countries } = movement
  const { map: text, groups, percent } = textIn(language, movement).dashboard
  const { place } = query
  const isFine = place.region !== '' || place.department !== ''
  const shown = (name: string) => (isFine ? departmentName(countries, name) : name)
  const drawn = withinDrawn(query, countries)
  const hasShares = rows.some(({ share }) => share !== null)
  return (
    <section class="scroll" tabindex={0} aria-labelledby="places">
      <h2 id="places">{isFine ? text.departments : text.regions}</h2>
      {isFine && (
        <p class="row">
          <a href={mapPath({ ...query, place: { region: '', department: '' } })}>{text.all}</a>
          {place.region !== '' && place.department !== '' && (
            <a href={mapPath({ ...query, place: { region: place.region, department: '' } })}>{place.region}</a>
          )}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{isFine ? groups.part.department : groups.part.region}</th>
            <th scope="col" class="number">
              {groups.title}
            </th>
            {hasShares && (
              <th scope="col" class="number">
                {colouring.share}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, place: own, groups: count, share }) => (
            <tr>
              <th scope="row">
                {name === '' || place.department !== '' ? (
                  shown(name) || text.unknown
                ) : (
                  <a href={mapPath({ ...query, place: own })}>{shown(name)}</a>
                )}
              </th>
              <td class="number">
                <a href={groupsPath({ ...drawn, ...(name === '' ? unknownIn(place) : own) })}>
                  {count.toLocaleString(language)}
                </a>
              </td>
              {hasShares && <td class="number">{share === null ? '–' : percent(share)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The groups of a place of which it is not known where in it they are. */
function unknownIn({ region }: MapQuery['place']): Partial<GroupFilter> {
  return region === '' ? { region: unknownPlace } : { region, department: unknownPlace }
}

type MarkedProps = { movement: Placed; marked: readonly Marked[]; colouring: Colouring; language: Language }

/** Its groups for a spreadsheet, with where they are. */
export function groupNumbers({ movement, marked, colouring, language }: MarkedProps): Numbers {
  const { countries } = movement
  const { map: text, groups } = textIn(language, movement).dashboard
  return {
    head: [groups.group, groups.part.department, colouring.name, text.latitude, text.longitude],
    rows: sorted(marked, countries, language).map(({ name, department, said, place }) => [
      name,
      department === null ? null : departmentName(countries, department),
      said,
      place?.latitude ?? null,
      place?.longitude ?? null,
    ]),
  }
}

function sorted(marked: readonly Marked[], countries: readonly string[], language: Language): Marked[] {
  const byName = byNameIn(language)
  const placeOf = ({ department }: Marked) => (department === null ? '~' : departmentName(countries, department))
  return [...marked].sort((a, b) => byName(placeOf(a), placeOf(b)) || byName(a.name, b.name))
}

/** `sheet` is where it is taken along from. */
type MarkedTableProps = MarkedProps & { sheet: Take }

/** More groups than these are no table of the page: their places lead to them, and a spreadsheet has them all. */
const groupsListed = 300

/** The same, group by group; it also has the groups whose place is not known. */
export function MarkedTable(props: MarkedTableProps) {
  const { movement, marked, sheet, language } = props
  const { map: text } = textIn(language, movement).dashboard
  const unplaced = marked.filter(({ place }) => place === null).length
  const isListed = marked.length <= groupsListed
  const link = (
    <>
      <a href={sheet.xlsx}>{text.sheet} (Excel)</a> · <a href={sheet.csv}>CSV</a>
    </>
  )
  return (
    <div>
      {unplaced > 0 && <p class="soft">{text.unplaced(unplaced)}</p>}
      {isListed ? (
        <details>
          <summary>{text.list}</summary>
          <Listed {...props} />
          <p class="small">{link}</p>
        </details>
      ) : (
        <p class="small">
          {text.tooMany(marked.length)} {link}
        </p>
      )}
    </div>
  )
}

function Listed({ movement, marked, colouring, language }: MarkedProps) {
  const { countries } = movement
  const { map: text, groups } = textIn(language, movement).dashboard
  return (
    <section class="scroll" tabindex={0} aria-label={text.list}>
      <table>
        <thead>
          <tr>
            <th scope="col">{groups.group}</th>
            <th scope="col">{groups.part.department}</th>
            <th scope="col">{colouring.name}</th>
          </tr>
        </thead>
        <tbody>
          {sorted(marked, countries, language).map(({ uid, name, department, said }) => (
            <tr>
              <th scope="row">
                <a href={`/dashboard/groups/${uid}`}>{name}</a>
              </th>
              <td>{department === null ? text.unknown : departmentName(countries, department)}</td>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
