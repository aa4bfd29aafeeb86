import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from '../env.ts'
import { Frame } from '../frame.tsx'
import { openGroup } from '../link-session.ts'
import { respondForm } from '../respond-form.ts'

/** What a group may take away of itself: its record, its history, its calendar. */
export async function showKeep(context: FormsContext): Promise<Response> {
  const session = await openGroup(context)
  const { language, movement, path, group } = session
  const text = textIn(language, movement)
  const here = `${path}/${group.uid}/keep`
  const files: [file: string, words: string][] = [
    ['record', text.givenBack.keep.record],
    ['history', text.givenBack.keep.history],
    ['calendar', text.givenBack.keep.calendar],
    ['whole', text.givenBack.keep.json],
  ]
  return respondForm(
    <Frame movement={movement} session={session} language={language} title={text.givenBack.keep.title} path={here}>
      <p>
        <a class="plain" href={`${path}/${group.uid}`}>
          {text.history.back}
        </a>
      </p>
      <div>
        <p class="soft">{group.record.group[0]?.name}</p>
        <h1>{text.givenBack.keep.title}</h1>
      </div>
      <p class="lead">{text.givenBack.keep.lead}</p>
      <ul class="links">
        {files.map(([file, words]) => (
          <li>
            <a href={`${here}/${file}`}>{words}</a>
          </li>
        ))}
      </ul>
      <p class="note">{text.givenBack.keep.warning}</p>
      {movement.feeds.calendar !== 'off' && (
        <p class="links">
          <a href={`${path}/calendar`}>{text.givenBack.keep.subscribe}</a>
        </p>
      )}
    </Frame>,
  )
}
