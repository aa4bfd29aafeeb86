import type { Sections } from '#shared/record/sections.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { ChangeQuery } from './change-query.ts'

type ChangeFiltersProps = {
  sections: Sections
  query: ChangeQuery
  language: Language
  places: readonly { region: string }[]
}

/** Which changes to show. */
export function ChangeFilters({ sections, query, language, places }: ChangeFiltersProps) {
  const { changes: text, groups } = textIn(language, sections).dashboard
  return (
    <form class="filters" method="get" action="/dashboard/changes">
      <div class="choices">
        <div>
          <label for="section">{groups.part.section}</label>
          <select id="section" name="section">
            <option value="">{groups.anyOf.section}</option>
            {sections.asked.map(({ name, words }) => (
              <option value={name} selected={name === query.section}>
                {words.title[language]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="region">{groups.part.region}</label>
          <select id="region" name="region">
            <option value="">{groups.anyOf.region}</option>
            {places.map(({ region }) => (
              <option value={region} selected={region === query.region}>
                {region}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="from">{text.from}</label>
          <input type="date" id="from" name="from" value={query.from} />
        </div>
        <div>
          <label for="until">{text.until}</label>
          <input type="date" id="until" name="until" value={query.until} />
        </div>
      </div>
      <div class="row">
        <label class="pick" for="imports">
          <input type="checkbox" id="imports" name="imports" value="yes" checked={query.imports === 'yes'} />
          {text.imports}
        </label>
        <button type="submit">{groups.show}</button>
      </div>
    </form>
  )
}
