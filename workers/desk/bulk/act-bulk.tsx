import {
  type BulkResult,
  changeLanguages,
  changeStates,
  inviteAgain,
  sendLinks,
} from '#shared/actions/act-on-groups.ts'
import { ask } from '#shared/db/ask.ts'
import { listCurrentReferents } from '#shared/db/bulk-acts.ts'
import { findGroupsToEdit, type GroupToEdit } from '#shared/db/edited-groups.ts'
import { listUnanswered } from '#shared/db/invitations-again.ts'
import { Problem } from '#shared/domain/problem.ts'
import { groupStates } from '#shared/record/sections/identity.ts'
import { languageNameIn } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { untilLanded } from '#workers/until-landed.ts'
import { DeskForm, formToken, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { sendSoon } from '../send-soon.ts'
import { requireFreshSignIn } from '../sign-in-guard.ts'
import { type BulkActName, type BulkChoice, bulkPath, readBulkChoice } from './bulk-form.ts'
import { checkInvitations } from './invite-again.tsx'
import { showBulk } from './show-bulk.tsx'
import { undoBulk } from './undo-bulk.ts'

type Chosen = BulkChoice & { act: BulkActName }

/** Shows what an act on several groups will do, does it, or takes one back. */
export async function actOnBulk(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const text = textIn(context.var.language, context.var.movement)
  const choice = readBulkChoice(form)
  if (!form.isFresh) return showBulk(context, { title: text.form.submitAgain, status: 400, choice })
  if (form.get('do') === 'undo') return undoBulk(context, Number(form.get('event')))
  const { act } = choice
  if (!act || (act === 'language' && !choice.language))
    return showBulk(context, { title: text.bulk.noAct, status: 422, choice })
  if (choice.groups.length === 0) return showBulk(context, { title: text.bulk.none, status: 422, choice })
  if (form.get('do') === 'look') return check(context, { ...choice, act })
  if (form.get('do') !== 'act') throw new Problem('page_stale')
  if (act === 'links' || act === 'invite') requireFreshSignIn(context)
  return untilLanded('several', () => carryOut(context, { ...choice, act }))
}

async function carryOut(context: DeskContext, choice: Chosen): Promise<Response | 'overtaken'> {
  const result = choice.act === 'invite' ? await invite(context, choice) : await done(context, choice)
  if (result.result === 'overtaken') return result.result
  if (choice.act !== 'state' || choice.isTelling) sendSoon(context)
  const said = { state: 'change_states', language: 'change_languages', links: 'send_links', invite: 'invite_again' }[
    choice.act
  ]
  return leadTo(context, `${bulkPath}?said=${said}&n=${result.parts}${result.event ? `&event=${result.event}` : ''}`)
}

/** Of those who were named in the groups that were chosen, asks whom the page showed and who may still be asked. */
async function invite(context: DeskContext, choice: Chosen): Promise<BulkResult> {
  const { reads, now } = context.var
  const { unanswered } = await ask(reads, { unanswered: listUnanswered(reads, choice.groups, now) })
  const ids = unanswered.filter(({ id, mayAsk }) => mayAsk === 'yes' && choice.asked.includes(id)).map(({ id }) => id)
  return inviteAgain(teamActing(context), ids)
}

async function done(context: DeskContext, choice: Chosen): Promise<BulkResult> {
  const { reads } = context.var
  const groups = await find(context, choice)
  const acting = { ...teamActing(context), isQuiet: !choice.isTelling }
  if (choice.act === 'state') return changeStates(acting, groups, choice.state)
  const uids = groups.map(({ uid }) => uid)
  const { people } = await ask(reads, { people: listCurrentReferents(reads, uids) })
  return choice.act === 'links' ? sendLinks(acting, people) : changeLanguages(acting, people, choice.language)
}

/** The groups that were chosen, as far as they are in the regions of whoever is signed in. */
async function find({ var: { reads, movement } }: DeskContext, { groups }: BulkChoice): Promise<GroupToEdit[]> {
  const asked = groups.map((group) => ({ group, since: Number.MAX_SAFE_INTEGER }))
  const { found } = await ask(reads, { found: findGroupsToEdit(reads, movement.sections, asked) })
  return found
}

/** All that will be done, and one press to do it. */
async function check(context: DeskContext, choice: Chosen): Promise<Response> {
  if (choice.act === 'invite') return checkInvitations(context, choice.groups)
  const { language, movement } = context.var
  const text = textIn(language, movement).bulk
  const groups = await find(context, choice)
  const title = titleOf(context, choice, groups.length)
  return respondFrame(context, {
    title,
    children: (
      <div class="flow narrow">
        <h1>{title}</h1>
        {choice.act === 'state' && choice.state === 'closed' && <p class="lead">{text.closing}</p>}
        <p>{choice.act === 'links' ? text.irrevocable : text.undoable}</p>
        <DeskForm path={bulkPath} token={await formToken(context, bulkPath)}>
          <input type="hidden" name="act" value={choice.act} />
          <input type="hidden" name="state" value={choice.state} />
          <input type="hidden" name="language" value={choice.language ?? ''} />
          {groups.map(({ uid }) => (
            <input type="hidden" name="group" value={uid} />
          ))}
          {choice.act === 'state' && (
            <label class="pick" for="tell">
              <input type="checkbox" id="tell" name="tell" value="oui" checked={choice.isTelling} />
              {text.tell}
            </label>
          )}
          <button type="submit" name="do" value="act">
            {text.act[choice.act]}
          </button>
        </DeskForm>
        <p>
          <a class="plain" href={bulkPath}>
            {text.back}
          </a>
        </p>
        <h2>{text.groups}</h2>
        <ul class="plain-list">
          {groups.map(({ uid, row }) => (
            <li>
              <a href={`/desk/groups/${uid}`}>{String(row.name)}</a>{' '}
              <span class="soft">{groupStates[row.state as keyof typeof groupStates]?.[language]}</span>
            </li>
          ))}
        </ul>
      </div>
    ),
  })
}

function titleOf({ var: { language, movement } }: DeskContext, choice: Chosen, groups: number): string {
  const { check: says } = textIn(language, movement).bulk
  if (choice.act === 'links') return says.links(groups)
  if (choice.act === 'state') return says.state(groups, groupStates[choice.state][language].toLowerCase())
  return says.language(groups, choice.language ? languageNameIn(choice.language, language) : '')
}
