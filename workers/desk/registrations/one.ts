import { acceptRegisteredGroup } from '#shared/actions/answer-registration.ts'
import { ask } from '#shared/db/ask.ts'
import { findRegistration, type TeamRegistration } from '#shared/db/team-registrations.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { GroupRecord } from '#shared/record/record.ts'
import { textIn } from '#shared/text/text.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { type GroupMaking, makeGroupAt, showGroupForm } from '../new-group.tsx'

const listPath = '/desk/registrations'

/** The form of a new group with what was said of it, and the groups that it may be already. */
export async function showOne(context: DeskContext): Promise<Response> {
  const registration = await findAsked(context)
  if (registration.answer) return leadTo(context, `${listPath}?done&said=gone`)
  return showGroupForm(context, makingOf(context, registration))
}

/** Makes the group, and whoever registered it its referent. */
export async function acceptOne(context: DeskContext): Promise<Response> {
  const registration = await findAsked(context)
  if (registration.answer) return leadTo(context, `${listPath}?done&said=gone`)
  return makeGroupAt(context, makingOf(context, registration))
}

async function findAsked({ req, var: { reads } }: DeskContext): Promise<TeamRegistration> {
  const { registration } = await ask(reads, { registration: findRegistration(reads, req.param('uid') ?? '') })
  if (!registration) throw new Problem('page_unknown')
  return registration
}

function makingOf({ var: { language, movement, session } }: DeskContext, registration: TeamRegistration): GroupMaking {
  const text = textIn(language, movement).join.desk
  const { uid, groupName, town, postcode, country, name, alike } = registration
  const answering = { uid, by: session.coordinator.email }
  return {
    path: `${listPath}/${uid}`,
    back: listPath,
    heading: text.accept,
    lead: text.formLead(name),
    filled: { name: groupName, town, postcode: postcode ?? '', ...(country === null ? {} : { country }) },
    like: alike,
    create: async (acting, group, record) => {
      const accepted = await acceptRegisteredGroup(acting, answering, {
        group,
        record: withReferent(record, registration),
      })
      if (accepted === 'name_taken') return accepted
      return { to: accepted === 'done' ? `${listPath}?said=accepted&group=${group.uid}` : `${listPath}?done&said=gone` }
    },
  }
}

function withReferent(record: GroupRecord, { name, email, phone }: TeamRegistration): GroupRecord {
  return { ...record, referents: [{ uid: mintUid(), name, email, phone, role: null }] }
}
