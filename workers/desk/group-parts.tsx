import { rowsOf } from '#shared/domain/change.ts'
import { PartsLine } from '#shared/html/parts-line.tsx'
import type { Section } from '#shared/record/section.ts'
import { rowName, rowParts } from '#shared/record/show-row.ts'
import { say } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from './desk-form.tsx'
import type { TeamView } from './team-view.ts'

export function SectionLine({ view, section }: { view: TeamView; section: Section }) {
  const { language, group } = view
  const text = textIn(language, view.movement)
  const title = section.words.title[language]
  const rows = rowsOf(group.record, section.list).filter((row) => rowParts(section.fields, row, language).length > 0)
  const named = rows
    .slice(0, section.rowsAtGlance)
    .map((row) => rowName(section, row))
    .filter((name) => name !== '')
  const [only] = rows
  const parts = section.rows === 'one' && only ? rowParts(section.fields, only, language).slice(1, 5) : named
  // A row of boxes is there for everybody: what counts is who is on a list
  const kept = section.store.kind === 'boxes' ? 0 : (group.counts[section.list] ?? 0)
  const total = section.rows === 'one' ? 0 : Math.max(kept, rows.length)
  const counted = total === 0 ? text.form.nothingYet : say(section.words.counted[language], { n: total }, language)
  return (
    <div class="row between act">
      <div>
        <h3>{title}</h3>
        <p class="soft">{parts.length > 0 ? <PartsLine parts={parts} /> : counted}</p>
      </div>
      <a class="button quiet slim" href={`${view.path}/${group.uid}/${section.name}`}>
        <span>
          {text.form.correct}
          <span class="hidden">, {title}</span>
        </span>
      </a>
    </div>
  )
}

export function People({ view: { movement, group, language, suppressed } }: { view: TeamView }) {
  const text = textIn(language, movement).desk.group
  return (
    <section aria-labelledby="people">
      <h2 id="people">{text.people}</h2>
      <p class="says">{group.record.referents.length === 0 ? text.nobody : text.peopleLead}</p>
      <ul class="known">
        {group.record.referents.map(({ uid, name, email }) => (
          <li>
            <a href={`/desk/people/${uid}`}>{name}</a>
            {email !== null && suppressed.includes(email) && <span class="soft"> {text.unreached}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Waiting({ view: { movement, group, language }, token }: { view: TeamView; token: string }) {
  const text = textIn(language, movement).desk.group
  if (group.waiting.length === 0) return null
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{text.waitingTitle}</h2>
      <p class="says">{text.waiting(group.waiting.length)}</p>
      <DeskForm path={`/desk/groups/${group.uid}`} token={token}>
        <div class="row">
          <button type="submit" class="quiet" name="do" value="admit">
            {text.admit}
          </button>
          <button type="submit" class="plain" name="do" value="refuse">
            {text.refuse}
          </button>
        </div>
      </DeskForm>
    </section>
  )
}

export function State({ view: { movement, group, language }, token }: { view: TeamView; token: string }) {
  const text = textIn(language, movement).desk.group
  const isClosed = group.record.group[0]?.state === 'closed'
  return (
    <section aria-labelledby="state">
      <h2 id="state">{isClosed ? text.closedTitle : text.closeTitle}</h2>
      <p class="says">{isClosed ? text.reopenLead : text.closeLead}</p>
      <DeskForm path={`/desk/groups/${group.uid}`} token={token}>
        <button type="submit" class="quiet" name="do" value={isClosed ? 'reopen' : 'close'}>
          {isClosed ? text.reopen : text.close}
        </button>
      </DeskForm>
    </section>
  )
}

export function Deletion({ view: { movement, group, language }, token }: { view: TeamView; token: string }) {
  const text = textIn(language, movement).merge.deletion
  return (
    <section aria-labelledby="deletion">
      <h2 id="deletion">{text.title}</h2>
      <details>
        <summary>{text.delete}</summary>
        <DeskForm path={`/desk/groups/${group.uid}`} token={token}>
          <p>{text.lead}</p>
          <label class="pick" for="sure">
            <input type="checkbox" id="sure" name="sure" value="oui" />
            {text.sure(group.record.group[0]?.name ?? '')}
          </label>
          <button type="submit" class="quiet" name="do" value="delete">
            {text.delete}
          </button>
        </DeskForm>
      </details>
    </section>
  )
}
