import { firstName } from '#shared/domain/person-name.ts'
import { textIn } from '#shared/text/text.ts'
import { ExitNote, exitWords } from './exit-note.tsx'
import { Frame } from './frame.tsx'
import { type Notice, NoticeBox } from './notice.tsx'
import { Unsubscribed, type WayBack } from './unsubscribed.tsx'
import type { OpenVisit } from './visit.ts'
import { WhoseLink } from './whose-link.tsx'

export type ChooseGroupProps = {
  visit: OpenVisit
  notice: Notice | null
  back: WayBack | null
  now: Date
  /** What the ways back to groups that they left are sent with, by the group's uid. */
  pages: ReadonlyMap<string, string>
  /** The group (uid) that they have just left, or that they asked for and are not in any more. */
  gone: string | null
}

/** What a link opens that is not about one group: the choice of one, or what became of those that there were. */
export function ChooseGroup({ visit, notice, back, now, pages, gone }: ChooseGroupProps) {
  const { form: text, me } = textIn(visit.language, visit.movement)
  const isAlone = visit.groups.length === 0
  const told = visit.exits.find(({ uid }) => uid === gone) ?? (isAlone ? visit.exits[0] : undefined)
  const title = told ? exitWords(told, visit).title : isAlone ? text.noGroupTitle : text.chooseTitle
  return (
    <Frame movement={visit.movement} visit={visit} language={visit.language} title={title} path={visit.path}>
      {notice && <NoticeBox {...notice} />}
      <h1 data-saved={told?.isOwn ? `${told.uid}/referents` : undefined}>{title}</h1>
      {told ? (
        <ExitNote visit={visit} exit={told} now={now} page={pages.get(told.uid)} />
      ) : (
        <p class="lead">{isAlone ? text.noGroupLead : text.chooseLead(firstName(visit.person.name))}</p>
      )}
      <Unsubscribed back={back} language={visit.language} movement={visit.movement} />
      {told && !isAlone && <h2>{text.chooseTitle}</h2>}
      {visit.groups.map((group) => (
        <a class={group.hasAnswered ? 'button big quiet' : 'button big'} href={`${visit.path}/${group.uid}`}>
          {group.hasAnswered ? text.groupAnswered(group.name) : group.name}
        </a>
      ))}
      <WhoseLink visit={visit} />
      <OtherExits visit={visit} told={told?.uid} now={now} pages={pages} />
      <p>
        <a class="plain" href={`${visit.path}/me`}>
          {me.see}
        </a>
      </p>
    </Frame>
  )
}

type OtherProps = Pick<ChooseGroupProps, 'visit' | 'now' | 'pages'> & { told: string | undefined }

/** The other groups that they may still come back to, and the one that the link's mail told of. */
function OtherExits({ visit, told, now, pages }: OtherProps) {
  const exits = visit.exits.filter(({ uid }) => uid !== told && (pages.has(uid) || visit.about?.uid === uid))
  return (
    <>
      {exits.map((exit) => (
        <div class="note flow">
          <h2>{exitWords(exit, visit).title}</h2>
          <ExitNote visit={visit} exit={exit} now={now} page={pages.get(exit.uid)} />
        </div>
      ))}
    </>
  )
}
