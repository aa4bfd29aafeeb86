import { ask } from '#shared/db/ask.ts'
import { takesEnquiries } from '#shared/db/enquiries.ts'
import { findPublished } from '#shared/db/published-groups.ts'
import { saidAbove } from '#shared/html/public-card.tsx'
import { PublicRows } from '#shared/html/public-rows.tsx'
import { countryName } from '#shared/record/country-formats.ts'
import { fieldNames } from '#shared/record/field.ts'
import { showBriefly, showValue } from '#shared/record/show.ts'
import { answersSaid } from '#shared/record/show-answers.ts'
import { textIn } from '#shared/text/text.ts'
import type { FeedsContext } from '../env.ts'
import { findPath, visitorLanguage } from '../visitor/reader.ts'
import { respondVisitor } from '../visitor/respond-visitor.tsx'

/** What the card says in its own way. */
const saidApart = [...saidAbove, 'state']

/** One group, as everybody may know it. */
export async function showCard(context: FeedsContext): Promise<Response> {
  const { DB } = context.env
  const language = visitorLanguage(context)
  const text = textIn(language, context.var.movement).find
  const uid = context.req.param('group') ?? ''
  const { group, takes } = await ask(DB, { group: findPublished(DB, uid), takes: takesEnquiries(DB, uid) })
  if (!group) return respondUnknown(context)
  const { identity, referents } = fieldsOf(context)
  const { values, people, sections } = group
  const told = values as Readonly<Record<string, unknown>>
  const others = fieldNames(identity).filter((name) => !saidApart.includes(name) && (told[name] ?? null) !== null)
  const town = [values.town, values.postcode && `(${values.postcode})`].filter(Boolean).join(' ')
  const place = [town, values.region, values.country && countryName(values.country, language)]
  return respondVisitor(context, {
    title: values.name ?? '',
    children: (
      <>
        <h1>{values.name}</h1>
        <p>{place.filter(Boolean).join(', ')}</p>
        {(values.state === 'starting' || values.state === 'asleep') && <p class="soft">{text.state[values.state]}</p>}
        {values.website && (
          <p class="lines">
            <a href={values.website} rel="nofollow ugc">
              {values.website}
            </a>
          </p>
        )}
        {others.map((name) => {
          const field = identity[name as keyof typeof identity]
          return field && <p class="lines">{showBriefly(field, told[name], language)}</p>
        })}
        {people.length > 0 && (
          <>
            <h2>{text.people}</h2>
            {people.map(({ name, email, phone, own }) => (
              <p>
                {[
                  ...[name, email, phone && showValue(referents.phone, phone, language)].filter(Boolean),
                  ...answersSaid(referents, own, language),
                ].join(' · ')}
              </p>
            ))}
          </>
        )}
        <PublicRows rows={sections} asked={context.var.movement.sections.asked} language={language} heading="h2" />
        {takes && (
          <p>
            <a class="strong" href={findPath(context, `/find/${uid}/contact`)}>
              {text.contact}
            </a>
          </p>
        )}
        <p>
          <a href={findPath(context, '/find')}>{text.back}</a>
        </p>
      </>
    ),
  })
}

function fieldsOf({ var: { movement } }: FeedsContext) {
  const { group, referents } = movement.sections.ours
  return { identity: group.fields, referents: referents.fields }
}

/** Also for a group that there is, and that does not want to be shown: nobody learns which. */
export function respondUnknown(context: FeedsContext): Promise<Response> {
  const text = textIn(visitorLanguage(context), context.var.movement).find
  return respondVisitor(context, {
    title: text.unknown,
    status: 404,
    children: (
      <>
        <h1>{text.unknown}</h1>
        <p>{text.unknownNext}</p>
        <p>
          <a href={findPath(context, '/find')}>{text.back}</a>
        </p>
      </>
    ),
  })
}
