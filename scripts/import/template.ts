import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { writable } from '#scripts/local/writable.ts'
import { Stop } from '#scripts/run.ts'
import type { Movement } from '#shared/movement.ts'
import { templateFormats, writeTemplate } from '#shared/sheet/write-template.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

/** Writes a sheet of groups to fill in: into a new file, of the kind that its name ends with, or as CSV to whoever asked. @throws Stop */
export async function giveTemplateTo(path: string | undefined, movement: Movement, language: Language): Promise<void> {
  if (path === undefined) {
    for await (const piece of writeTemplate(movement, 'csv', language)) process.stdout.write(piece)
    return
  }
  const { sheet: text } = textIn(language, movement)
  const format = templateFormats.find((one) => extname(path).toLowerCase() === `.${one}`)
  if (!format) throw new Stop(text.templateFormats(templateFormats.map((one) => `.${one}`)))
  await writable(dirname(path), async () => {
    const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new Stop(text.templateThere(path)) : error
    })
    try {
      for await (const piece of writeTemplate(movement, format, language)) await file.appendFile(piece)
    } catch (error) {
      rmSync(path, { force: true })
      throw error
    } finally {
      await file.close()
    }
  })
  console.log(text.templateWritten(path))
}
