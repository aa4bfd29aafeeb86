import type { Acting } from '#shared/actions/acting.ts'
import { updateLanguage } from '#shared/db/people.ts'
import { countSubmission } from '#shared/db/submissions.ts'
import { linkKey, sign } from '#shared/domain/link.ts'
import type { FormsContext } from './env.ts'
import type { OpenLinkSession } from './link-session.ts'

/**
 * What an action of whoever holds the link is given. In its transaction go the count of what the link was used for, and the language that was
 * chosen before, which nothing showed to be theirs.
 */
export function actingFor(context: FormsContext, { hash, person, submissions, movement }: OpenLinkSession): Acting {
  const { DB: db } = context.env
  const { chosen, now } = context.var
  const language = chosen ? [updateLanguage(db, person.uid, chosen)] : []
  const statements = [...language, ...countSubmission(db, { client: hash, before: submissions }, now)]
  const landed = () => {
    if (chosen) context.set('choice', null)
  }
  const keyed = async (text: string) => sign(await linkKey(context.env.LINK_SECRET), text)
  return {
    db,
    movement,
    actor: { kind: 'referent', person: person.uid },
    now,
    sign: keyed,
    alongside: { statements, landed },
  }
}
