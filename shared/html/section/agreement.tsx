import { isOwnConsent } from '#shared/domain/public-group.ts'
import { agreementAsked, agreementGiven } from '#shared/domain/typed-section.ts'
import type { Fields } from '#shared/record/field.ts'
import { textIn } from '#shared/text/text.ts'
import type { SectionView } from './section-view.ts'

/** Whether everybody may see what whoever looks answers of themselves: nobody else is asked. */
export function Agreement({ session, name, field }: { session: SectionView; name: string; field: Fields[string] }) {
  if (!isOwnConsent(field)) return null
  const { showEverybody } = textIn(session.language, session.movement).form
  return (
    <p>
      <input type="hidden" name={agreementAsked} value={name} />
      <label class="pick" for={`${agreementGiven}.${name}`}>
        <input
          type="checkbox"
          id={`${agreementGiven}.${name}`}
          name={agreementGiven}
          value={name}
          checked={session.agreed.includes(name)}
        />
        {showEverybody(field.label[session.language])}
      </label>
    </p>
  )
}
