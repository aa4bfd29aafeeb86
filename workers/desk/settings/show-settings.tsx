import { namedIn } from '#shared/settings/keys.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from '../env.ts'
import { settingGroups } from './setting-groups.ts'
import { settingsPath } from './settings-frame.tsx'

/** The pages of settings. */
export async function showSettingPages(context: DeskContext): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).settings
  const named = namedIn(context.var.fixed)
  const pages = [
    { path: 'asked', words: text.asked, isFixed: false },
    ...settingGroups.map(({ name, forms }) => ({
      path: name,
      words: text.pages[name],
      isFixed: forms.every(({ key }) => Object.hasOwn(named, key)),
    })),
    { path: 'lists', words: text.lists, isFixed: Object.hasOwn(named, 'lists') },
    { path: 'sentences', words: text.sentences, isFixed: false },
    { path: 'changes', words: text.changes, isFixed: false },
  ]
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <div class="headline">
          <h1>{text.title}</h1>
          <p class="lead">{text.lead}</p>
        </div>
        <ul class="tasks">
          {pages.map(({ path, words, isFixed }) => (
            <li>
              <a href={`${settingsPath}/${path}`}>{words.title}</a>
              <p class="soft">
                {words.lead}
                {isFixed && ` ${text.allFixedShort}`}
              </p>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
