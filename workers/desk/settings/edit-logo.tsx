import { changeSettings } from '#shared/actions/change-settings.ts'
import { ask } from '#shared/db/ask.ts'
import { storedSettings } from '#shared/db/settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import { logoAddress } from '#shared/html/own-logo.ts'
import { namedIn } from '#shared/settings/keys.ts'
import { largestLogo, pictureType } from '#shared/settings/logo.ts'
import { textIn } from '#shared/text/text.ts'
import { formToken, readDeskUpload, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { FileField } from '../file-field.tsx'
import { leadTo } from '../lead-to.ts'
import { respondSettings, settingsPath } from './settings-frame.tsx'

const facePath = `${settingsPath}/face`
const path = `${facePath}/logo`
/** The form's other values, and what stands around a file in it. */
const aroundFile = 16 * 1024

/** The logo that there is, and a way to bring another. */
export async function LogoForm({ context }: { context: DeskContext }) {
  const { language, movement, fixed } = context.var
  const text = textIn(language, movement).settings.logo
  const address = logoAddress(movement)
  if (Object.hasOwn(namedIn(fixed), 'face.logo')) return <p class="soft">{text.fixed}</p>
  return (
    <section class="flow" aria-labelledby="logo-title">
      <h2 id="logo-title">{text.title}</h2>
      <p>{text.lead}</p>
      {address && (
        <p>
          <img class="logo" src={address} alt={text.now} />
        </p>
      )}
      <form method="post" action={path} class="flow" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="page" value={await formToken(context, path)} />
        <FileField name="logo" label={text.file} hint={text.hint} accept="image/png,image/jpeg,image/webp" />
        <p class="row">
          <button type="submit" name="do" value="save">
            {text.save}
          </button>
          {address && (
            <button type="submit" class="quiet" name="do" value="remove">
              {text.remove}
            </button>
          )}
        </p>
      </form>
    </section>
  )
}

/** Brings a logo, or takes it away. */
export async function saveLogo(context: DeskContext): Promise<Response> {
  const { reads, fixed, movement, language } = context.var
  const text = textIn(language, movement)
  if (Object.hasOwn(namedIn(fixed), 'face.logo')) throw new Problem('page_unknown')
  const { form, posted } = await readDeskUpload(context, largestLogo + aroundFile)
  const again = (title: string, status: number) => respond(context, title, status)
  if (!form.isFresh) return again(text.form.saveAgain, 400)
  const logo = form.get('do') === 'remove' ? undefined : await readPicture(posted)
  if (logo === 'too_large') return again(text.settings.logo.tooLarge, 413)
  if (logo === null) return again(text.settings.logo.noPicture, 422)
  const { stored } = await ask(reads, { stored: storedSettings(reads) })
  const { result } = await changeSettings({ ...teamActing(context), fixed }, stored, { 'face.logo': logo })
  if (result === 'refused') return again(text.settings.logo.noPicture, 422)
  if (result === 'overtaken') throw new Problem('busy')
  return leadTo(context, `${facePath}?done=saved`)
}

/** The file as settings keep it; null where it is no picture that pages may show. */
async function readPicture(posted: FormData): Promise<string | 'too_large' | null> {
  const file = posted.get('logo')
  if (!(file instanceof File) || file.size === 0) return null
  if (file.size > largestLogo) return 'too_large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = pictureType(bytes)
  return type && `data:${type};base64,${bytes.toBase64()}`
}

async function respond(context: DeskContext, title: string, status: number): Promise<Response> {
  const { language, movement } = context.var
  const { pages, logo } = textIn(language, movement).settings
  return respondSettings(context, {
    title: logo.title,
    lead: pages.face.lead,
    back: { path: facePath, title: pages.face.title },
    notice: { title, status },
    children: await LogoForm({ context }),
  })
}
