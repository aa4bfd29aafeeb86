import { changeSettings } from '#shared/actions/change-settings.ts'
import { listSettings } from '#shared/db/settings.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { SettingValues } from '#shared/settings/keys.ts'
import { type OurSectionName, ourSectionNames } from '#shared/settings/sections.ts'
import { textIn } from '#shared/text/text.ts'
import { readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import {
  type AskedSettings,
  askedIn,
  isAskedSection,
  moved,
  questionName,
  questionSection,
  sectionKey,
} from './asked.ts'
import { askedPath, respondAsked } from './show-asked.tsx'

/** Puts a section or a question in another place, asks a section no more, or again. */
export async function arrangeAsked(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { fixed, reads, language } = context.var
  const stored = await listSettings(reads)
  const asked = askedIn(fixed, stored)
  const { form: text } = textIn(language, context.var.movement)
  if (!form.isFresh) return respondAsked(context, asked, { title: text.submitAgain, status: 400 })
  const change = changeOf(asked, form.get('do'), { section: form.get('section'), question: form.get('question') })
  if (!change) throw new Problem('page_stale')
  const { result } = await changeSettings({ ...teamActing(context), fixed }, stored, change)
  if (result === 'refused') throw new Problem('page_stale')
  if (result === 'overtaken') throw new SettingsChanged(null)
  return leadTo(context, `${askedPath}?done=saved`)
}

type What = { section: string | null; question: string | null }

/** Null of what is not there, or cannot be done to it. */
function changeOf(asked: AskedSettings, change: string | null, { section, question }: What): SettingValues | null {
  const by = { up: -1, down: 1 }[change ?? ''] as -1 | 1 | undefined
  if (question !== null) {
    const found = asked.questions.find((one) => questionName(one) === question)
    if (!found || !by) return null
    const isBeside = (one: typeof found) => questionSection(one) === questionSection(found)
    return { questions: moved(asked.questions, found, by, isBeside) }
  }
  const found = asked.sections.find((one) => sectionKey(one) === section)
  if (!found) {
    const isOurs = change === 'on' && (ourSectionNames as readonly (string | null)[]).includes(section)
    return isOurs ? { sections: [...asked.sections, section as OurSectionName] } : null
  }
  if (by) return { sections: moved(asked.sections, found, by, isAskedSection) }
  if (typeof found === 'string')
    return change === 'off' ? { sections: asked.sections.filter((one) => one !== found) } : null
  const { asked: _, ...rest } = found
  if (change === 'off')
    return { sections: asked.sections.map((one) => (one === found ? { ...rest, asked: false } : one)) }
  return change === 'on' ? { sections: asked.sections.map((one) => (one === found ? rest : one)) } : null
}
