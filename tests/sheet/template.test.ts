import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { movementOf } from '#shared/movement.ts'
import { sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import { type TemplateFormat, templateFormats, writeTemplate } from '#shared/sheet/write-template.ts'
import type { Language } from '#shared/text/language.ts'

/** With a choice of its own, of so many options that a workbook keeps them in a tab of their own. */
const many = Array.from({ length: 20 }, (_, index) => `un choix, le ${index + 1}`)
const movement = movementOf({
  ...fixed,
  languages: ['fr', 'en'],
  questions: [
    {
      key: 'venue',
      type: 'choice' as const,
      label: { fr: 'Lieu', en: 'Venue' },
      options: many.map((label, index) => ({ key: `o${index}`, label: { fr: label, en: label } })),
    },
    { key: 'bikes', type: 'number' as const, label: { fr: 'Vélos', en: 'Bikes' } },
  ],
})

async function template(format: TemplateFormat, language: Language = 'fr'): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeTemplate(movement, format, language))
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
  return new Uint8Array(Buffer.concat(pieces))
}

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

describe('a template to fill in', () => {
  test.each(templateFormats.flatMap((format) => [[format, 'fr'] as const, [format, 'en'] as const]))(
    'is read by the importer in full, as .%s in %s',
    async (format, language) => {
      const [sheet] = await readSheets(`x.${format}`, await template(format, language), sheetKinds(movement))
      expect(sheet).toMatchObject({ kind: 'groups', doubt: null, ignored: [], repeated: [], unsure: [], rows: [] })
      expect(sheet?.columns).toHaveLength(sheet?.headings.length ?? 0)
      expect(sheet?.headings).toContain(language === 'fr' ? 'Langue' : 'Language')
      expect(sheet?.headings).toContain(language === 'fr' ? 'Vélos' : 'Bikes')
    },
  )

  test('offers states, yes or no, languages and a movement’s own choices in LibreOffice', async () => {
    const content = partOf(await template('ods'), 'content.xml').replaceAll('&#34;', '"')
    expect(content).toContain('cell-content-is-in-list("actif";"en création";"en pause";"fermé")')
    expect(content).toContain('cell-content-is-in-list("oui";"non")')
    expect(content).toContain('cell-content-is-in-list("français";"anglais")')
    expect(content).toContain('"un choix, le 20"')
  })

  test('offers the same in Excel, long lists from a tab that is hidden', async () => {
    const bytes = await template('xlsx', 'en')
    const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml').replaceAll('&#34;', '"')
    expect(sheet).toContain('<formula1>"active,starting,paused,closed"</formula1>')
    expect(sheet).toContain('<formula1>"yes,no"</formula1>')
    expect(sheet).toContain('<formula1>choices!$A$1:$A$20</formula1>')
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('<sheet name="choices" sheetId="2" state="hidden"')
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain('un choix, le 20')
  })

  test('keeps a zero that somebody types before a number', async () => {
    const sheet = partOf(await template('xlsx'), 'xl/worksheets/sheet1.xml')
    // Style 1 is text
    expect(sheet).toContain('<col min="4" max="4" width="14" style="1" customWidth="1"/>')
  })
})
