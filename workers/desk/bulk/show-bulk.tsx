import type { EditedGroup } from '#shared/db/edited-groups.ts'
import { LanguageName } from '#shared/html/language-name.tsx'
import { groupStates } from '#shared/record/sections/identity.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { NotDone } from '../notice.tsx'
import { NonePicked, PickedBy, pickedPath, pickGroups } from '../pick-groups.tsx'
import { BulkDone } from './bulk-done.tsx'
import { type BulkChoice, bulkActs, bulkPath, mostGroups } from './bulk-form.ts'

export type BulkTrouble = { title: string; body?: string; status: number; choice?: BulkChoice }

/** The groups of a filter, to be chosen from, and what can be done to them. */
export async function showBulk(context: DeskContext, trouble?: BulkTrouble): Promise<Response> {
  const { movement, language } = context.var
  const picked = await pickGroups(context, bulkPath, mostGroups)
  const text = textIn(language, movement)
  return respondFrame(context, {
    title: text.bulk.title,
    status: trouble?.status ?? 200,
    children: (
      <>
        {await BulkDone(context)}
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <div class="headline">
          <h1>{text.bulk.title}</h1>
          <p class="lead">{text.bulk.lead}</p>
        </div>
        <PickedBy context={context} picked={picked} />
        {picked.groups.length === 0 ? (
          <NonePicked context={context} picked={picked} />
        ) : (
          await Choice(context, picked.groups, {
            path: pickedPath(bulkPath, picked.view.filter),
            choice: trouble?.choice,
          })
        )}
      </>
    ),
  })
}

type ChoiceAsked = { path: string; choice: BulkChoice | undefined }

async function Choice(context: DeskContext, groups: readonly EditedGroup[], { path, choice }: ChoiceAsked) {
  const { language, movement } = context.var
  const text = textIn(language, movement).bulk
  return (
    <DeskForm path={path} token={await formToken(context, bulkPath)}>
      <fieldset class="flow narrow">
        <legend>{text.what}</legend>
        {bulkActs.map((act) => (
          <div class="flow">
            <label class="pick" for={`act-${act}`}>
              <input type="radio" id={`act-${act}`} name="act" value={act} checked={choice?.act === act} />
              {text.acts[act]}
            </label>
            {act === 'state' && <StateChoice context={context} chosen={choice?.state} />}
            {act === 'language' && <LanguageChoice context={context} chosen={choice?.language ?? undefined} />}
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>{text.groups}</legend>
        {groups.length > mostGroups && <p class="note">{text.capped(mostGroups)}</p>}
        <ul class="plain-list">
          {groups.slice(0, mostGroups).map(({ uid, row }) => (
            <li>
              <label class="pick" for={`group-${uid}`}>
                <input
                  type="checkbox"
                  id={`group-${uid}`}
                  name="group"
                  value={uid}
                  checked={!choice || choice.groups.includes(uid)}
                />
                <span>
                  {String(row.name)}{' '}
                  <span class="soft">{groupStates[row.state as keyof typeof groupStates]?.[language]}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <button type="submit" name="do" value="look">
        {text.next}
      </button>
    </DeskForm>
  )
}

function StateChoice({ context, chosen = 'closed' }: { context: DeskContext; chosen?: string | undefined }) {
  const { language, movement } = context.var
  return (
    <div class="field">
      <label for="to-state">{textIn(language, movement).bulk.to}</label>
      <select id="to-state" name="state">
        {Object.entries(groupStates).map(([state, words]) => (
          <option value={state} selected={state === chosen}>
            {words[language]}
          </option>
        ))}
      </select>
    </div>
  )
}

function LanguageChoice({ context, chosen }: { context: DeskContext; chosen: string | undefined }) {
  const { language, movement } = context.var
  return (
    <div class="field">
      <label for="to-language">{textIn(language, movement).bulk.language}</label>
      <select id="to-language" name="language">
        {movement.languages.map((one) => (
          <option value={one} selected={one === chosen}>
            <LanguageName language={one} />
          </option>
        ))}
      </select>
    </div>
  )
}
