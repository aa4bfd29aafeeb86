import movement from '#movement'
import { freshness } from '#shared/domain/freshness.ts'
import { Problem } from '#shared/domain/problem.ts'
import { isSectionName, type SectionName, sectionNames, sections } from '#shared/fields/record.ts'
import { showAge } from '#shared/fields/show.ts'
import { respondPage } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { SectionCard } from './section-card.tsx'
import type { GroupVisit, OpenVisit } from './visit.ts'
import { openVisit, stampGroupPage } from './visit.ts'

/** The page that a mail's link opens: what we know of the group, or the choice of one. */
export async function showGroup(context: FormsContext): Promise<Response> {
  const visit = await openVisit(context)
  if (!visit.group) {
    if (context.req.param('group')) throw new Problem('group_unknown')
    return respondPage(<ChooseGroup visit={visit} done={context.req.query('done')} />)
  }
  return showOverview(context, { ...visit, group: visit.group })
}

/** What was just done, or that it was not and takes another press. */
type Notice = { kind: 'all' | 'section' | 'again'; title: string; body: string; section?: SectionName }

/** The group's overview, with a word about what was just done. */
export async function showOverview(
  context: FormsContext,
  visit: GroupVisit,
  { notice, status = 200 }: { notice?: Notice; status?: number } = {},
): Promise<Response> {
  const page = await stampGroupPage(context, visit)
  const done = notice ?? noticeOf(context, visit)
  return respondPage(<Overview visit={visit} now={context.var.now} page={page} notice={done} />, {
    status,
    hasScript: true,
  })
}

/** What the redirect after a write says was done. */
function noticeOf(context: FormsContext, visit: GroupVisit): Notice | null {
  const text = textIn(visit.language).form
  const { done, section = '' } = context.req.query()
  if (done === 'all') return { kind: 'all', title: text.thanksTitle, body: text.thanksBody }
  const { paused, woken } = textIn(visit.language).partWays
  if (done === 'word') return { kind: 'section', ...textIn(visit.language).word.sent }
  if (done === 'accept') return { kind: 'section', ...textIn(visit.language).partWays.accepted }
  if (done === 'pause') return { kind: 'all', ...paused }
  if (done === 'wake') return { kind: 'section', ...woken }
  if (!isSectionName(section)) return null
  const title = sections[section].title[visit.language]
  if (done === 'saved') return { kind: 'section', section, title: text.savedTitle(title), body: text.savedBody }
  return done === 'checked' ? { kind: 'section', section, title: text.checkedTitle(title), body: text.savedBody } : null
}

function ChooseGroup({ visit, done }: { visit: OpenVisit; done: string | undefined }) {
  const { form: text, word } = textIn(visit.language)
  const isAlone = visit.groups.length === 0
  const hasLeft = done === 'left'
  const title = isAlone ? text.noGroupTitle : text.chooseTitle
  const lead = isAlone ? (hasLeft ? text.leftLead : text.noGroupLead) : text.chooseLead(firstName(visit.person.name))
  return (
    <Frame language={visit.language} title={title} path={visit.path}>
      {hasLeft && <NoticeBox kind="all" title={text.leftTitle} body={text.leftBody} />}
      {done === 'word' && <NoticeBox kind="all" {...word.sent} />}
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {visit.groups.map((group) => (
        <a class="button big" href={`${visit.path}/${group.uid}`}>
          {group.name}
        </a>
      ))}
      <Removed visit={visit} />
    </Frame>
  )
}

/** The link came with the news that its reader was taken off a group. */
function Removed({ visit: { about, groups, language, path } }: { visit: OpenVisit }) {
  if (!about || groups.some(({ uid }) => uid === about.uid)) return null
  const text = textIn(language).word
  return (
    <div class="note flow">
      <p>{text.removed(about.name)}</p>
      <a class="button quiet" href={`${path}/word?group=${about.uid}`}>
        {text.mistake}
      </a>
    </div>
  )
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

type OverviewProps = { visit: GroupVisit; now: Date; page: string; notice: Notice | null }

function Overview({ visit, now, page, notice }: OverviewProps) {
  const { group, language, path } = visit
  const text = textIn(language).form
  const name = group.record.group[0]?.name ?? movement.name
  const action = `${path}/${group.uid}`
  const isDone = notice?.kind === 'all'
  return (
    <Frame language={language} title={notice ? `${notice.title} – ${name}` : name} path={action} hasScript>
      {notice && <NoticeBox {...notice} saved={notice.section ? `${group.uid}/${notice.section}` : undefined} />}
      <h1>{name}</h1>
      {!isDone && <p class="lead">{text.lead(firstName(visit.person.name))}</p>}
      <Named visit={visit} page={page} />
      <Answered visit={visit} now={now} />
      {!isDone && (
        <form method="post" action={action} class="flow">
          <input type="hidden" name="page" value={page} />
          <button type="submit" class="big">
            {notice?.kind === 'section' ? text.restRight : text.allRight}
          </button>
          <p class="hint">{text.allRightHint}</p>
        </form>
      )}
      <h2 id="sections">{isDone ? text.toCorrect : text.orCorrect}</h2>
      {oldestFirst(visit, now).map((section) => (
        <SectionCard visit={visit} section={section} now={now} page={page} />
      ))}
      <p>
        <a href={`${action}/history`}>{textIn(language).history.see}</a>
      </p>
      <p>
        <a href={`${action}/part`}>{textIn(language).partWays.see}</a>
      </p>
      <p>
        <a href={`${path}/word?group=${group.uid}`}>{textIn(language).word.see}</a>
      </p>
      <p>
        <a href={`${path}/me`}>{textIn(language).me.see}</a>
      </p>
      {visit.groups.length > 1 && (
        <p>
          <a href={path}>{text.otherGroups}</a>
        </p>
      )}
    </Frame>
  )
}

function NoticeBox({ kind, title, body, saved }: Notice & { saved?: string | undefined }) {
  return (
    <div class={kind === 'again' ? 'note' : 'done'} role="status" tabindex={-1} autofocus data-saved={saved}>
      <h2>{title}</h2>
      <p>{body}</p>
    </div>
  )
}

/** Somebody of the group named the visitor: are they? */
function Named({ visit, page }: { visit: GroupVisit; page: string }) {
  if (!visit.group.namedBy) return null
  const text = textIn(visit.language).partWays
  return (
    <form method="post" action={`${visit.path}/${visit.group.uid}/part`} class="note flow">
      <input type="hidden" name="page" value={page} />
      <h2>{text.namedTitle}</h2>
      <p>{text.namedLead(visit.group.namedBy.name ?? textIn(visit.language).page.somebody)}</p>
      <div class="row">
        <button type="submit" name="do" value="accept">
          {text.accept}
        </button>
        <button type="submit" class="plain" name="do" value="not_mine">
          {text.deeds.not_mine.button}
        </button>
      </div>
    </form>
  )
}

/** Somebody else of the group answered this month already. */
function Answered({ visit, now }: { visit: GroupVisit; now: Date }) {
  const other = visit.group.answers.find((answer) => answer.kind !== 'not_my_group')
  if (!other || other.by === visit.person.name) return null
  const days = Math.floor((now.getTime() - other.at.getTime()) / 86_400_000)
  const text = textIn(visit.language)
  return <p class="note">{text.form.answered(other.by ?? text.page.somebody, showAge(days, visit.language))}</p>
}

function oldestFirst({ group }: GroupVisit, now: Date) {
  const age = (section: (typeof sectionNames)[number]) =>
    freshness(group.checks, section, now) ?? Number.MAX_SAFE_INTEGER
  return [...sectionNames].sort((a, b) => age(b) - age(a))
}
