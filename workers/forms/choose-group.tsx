import { firstName } from '#shared/domain/person-name.ts'
import { textIn } from '#shared/text/text.ts'
import { Frame } from './frame.tsx'
import { type Notice, NoticeBox } from './notice.tsx'
import { Unsubscribed, type WayBack } from './unsubscribed.tsx'
import type { OpenVisit } from './visit.ts'
import { WhoseLink } from './whose-link.tsx'

type ChooseGroupProps = { visit: OpenVisit; notice: Notice | null; back: WayBack | null }

/** What a link opens that is not about one group: the choice of one, or that there is none. */
export function ChooseGroup({ visit, notice, back }: ChooseGroupProps) {
  const { form: text, me } = textIn(visit.language)
  const isAlone = visit.groups.length === 0
  const hasLeft = notice?.title === text.leftTitle
  const title = isAlone ? text.noGroupTitle : text.chooseTitle
  const lead = isAlone ? (hasLeft ? text.leftLead : text.noGroupLead) : text.chooseLead(firstName(visit.person.name))
  return (
    <Frame movement={visit.movement} visit={visit} language={visit.language} title={title} path={visit.path}>
      {notice && <NoticeBox {...notice} />}
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <Unsubscribed back={back} language={visit.language} />
      {visit.groups.map((group) => (
        <a class="button big" href={`${visit.path}/${group.uid}`}>
          {group.name}
        </a>
      ))}
      <WhoseLink visit={visit} />
      <Removed visit={visit} />
      <p>
        <a class="plain" href={`${visit.path}/me`}>
          {me.see}
        </a>
      </p>
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
