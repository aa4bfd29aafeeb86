import { describe, expect, test, vi } from 'vitest'
import type { Movement } from '#shared/movement.ts'
import type { SomeSettings } from '#shared/settings/schema.ts'
import type { en as english } from '#shared/text/en.ts'
import type { Translation } from '#shared/text/translation.ts'

// A third language that somebody has begun: the one file of docs/languages.md, and its name in shared/text/more.ts.
const spanish: Translation = {
  name: 'Español',
  text: {
    page: { skip: 'Ir al contenido', somebody: 'alguien' },
    form: {
      homeTitle: 'Actualizar mi grupo',
      save: 'Guardar',
      andMore: (n: number) => `y ${n} más`,
    },
  },
  mails: {
    every: { hello: 'Hola {reader}:' },
    invitation: { lead: { one: 'Su grupo', other: 'Sus {n} grupos' } },
  },
  labels: {
    Town: 'Ciudad',
    'Active members': 'Miembros activos',
    active: 'activo',
    '{} people': { one: '{} persona', other: '{} personas' },
    yes: 'sí',
  },
}
/** Written from right to left. */
const hebrew: Translation = {
  name: 'עברית',
  text: {},
  mails: { every: { hello: 'שלום {reader},' }, ask: { nearPlan: '“{title}”, {day} ({name})' } },
  labels: {},
}
vi.mock('#shared/text/more.ts', () => ({ more: { es: spanish, he: hebrew } }))
// Its code is no part of `Language` until more.ts says so
const es = 'es' as keyof { en: typeof english }
const he = 'he' as typeof es

async function fixed(): Promise<SomeSettings> {
  const { default: sample } = await import('#sample/movement.config.ts')
  return { ...sample, languages: ['fr', es, 'en'] }
}

async function speaking(): Promise<Movement> {
  const { movementOf } = await import('#shared/movement.ts')
  return movementOf(await fixed())
}

describe('a language that is one file', () => {
  test('is chosen on every page, and says in English what nobody has translated', async () => {
    const { createForms } = await import('#workers/forms/index.tsx')
    const { openDatabase } = await import('#tests/support/database.ts')
    const forms = createForms(await fixed())
    const { db: DB, close } = await openDatabase()
    const env = { DB, PUBLIC_URL: 'http://localhost', LINK_SECRET: 'x'.repeat(32), CLOCK: '2026-12-01T09:00:00Z' }
    const page = async (path: string, headers: Record<string, string> = {}) =>
      (await forms.fetch(new Request(`http://localhost${path}`, { headers }), env)).text()
    const french = await page('/')
    expect(french).toContain('<a href="/?lang=es" lang="es" hreflang="es">Español</a>')
    const home = await page('/?lang=es')
    expect(home).toContain('<html lang="es">')
    expect(home).toContain('<h1>Actualizar mi grupo</h1>')
    expect(home).toContain('Send me my link')
    const byBrowser = await page('/', { 'accept-language': 'es-MX,es;q=0.9' })
    expect(byBrowser).toContain('Ir al contenido')
    await close()
  })

  test('names fields, answers and numbers, and writes days as it does', async () => {
    const { ours } = (await speaking()).sections
    const { fields: groupFields } = ours.group
    const { fields: trainingFields } = ours.trainings
    const { showDay, showValue } = await import('#shared/record/show.ts')
    expect(groupFields.town.label[es]).toBe('Ciudad')
    expect(groupFields.website.label[es]).toBe(groupFields.website.label.en)
    expect(showValue(groupFields.state, 'active', es)).toBe('activo')
    expect(showValue(groupFields.on_map, true, es)).toBe('sí')
    expect(showValue(trainingFields.attendees, 1, es)).toBe('1 persona')
    expect(showValue(trainingFields.attendees, 12, es)).toBe('12 personas')
    expect(showDay('2026-05-03', es)).toBe('3 de mayo de 2026')
  })

  test('is read too: its answers, its months, its headings', async () => {
    const { fields: groupFields } = (await speaking()).sections.ours.group
    const { readField } = await import('#shared/record/field.ts')
    expect(readField(groupFields.state, 'Activo')).toEqual({ value: 'active' })
    expect(readField(groupFields.founded_on, '3 enero 2019')).toEqual({ value: '2019-01-03' })
    expect(groupFields.town.headings[es]).toContain('Ciudad')
  })

  test('writes mails, with what is missing in English', async () => {
    const { renderMail } = await import('#shared/mail/render.ts')
    const { sampleNow: now } = await import('#shared/mail/sample.ts')
    const { sampleLinks: links, sampleNamed } = await import('#shared/mail/samples.ts')
    const movement = await speaking()
    const written = (name: string) => {
      const { mail, reader } = sampleNamed(name)
      return renderMail(mail, { movement, language: es, reader, links, now })
    }
    const mail = written('invitation')
    expect(mail.text).toContain('Hola Joëlle')
    expect(mail.text).toContain('Su grupo')
    expect(written('invitation-several').text).toContain('Sus 3 grupos')
    expect(mail.html).toContain('lang="es"')
    expect(mail.text).toContain('Check (1 minute)')
  })

  test('turns its mails about where it is written from right to left', async () => {
    const { renderMail } = await import('#shared/mail/render.ts')
    const { sampleNow: now } = await import('#shared/mail/sample.ts')
    const { sampleLinks: links, samples, sampleNamed } = await import('#shared/mail/samples.ts')
    const movement = await speaking()
    for (const { name } of samples) {
      const { mail, reader } = sampleNamed(name)
      const { html } = renderMail(mail, { movement, language: he, reader, links, now })
      expect(html).toContain('<html lang="he" dir="rtl"')
      expect(html.match(/direction:ltr|align[:=]"?left|(?:border|padding|margin)-left:(?! ?12px)/g), name).toBeNull()
    }
    const told = sampleNamed('receipt')
    const hebrewReceipt = renderMail(told.mail, { movement, language: he, reader: told.reader, links, now }).html
    expect(hebrewReceipt).toMatch(/<bdi dir="ltr">0\d(\u00a0\d\d){4}<\/bdi>/)
    // What was stands to the right of what is
    expect(hebrewReceipt).toMatch(/12\s←\s20/)
    expect(hebrewReceipt).not.toContain('→')
    const near = sampleNamed('invitation-nearby')
    const hebrewNear = renderMail(near.mail, { movement, language: he, reader: near.reader, links, now })
    expect(hebrewNear.html).toContain('\u200fRepas partagé, 19h30\u200f')
    expect(hebrewNear.html).toContain('שלום \u200fJoëlle\u200f,')
    const { mail, reader } = sampleNamed('receipt')
    const { html } = renderMail(mail, { movement, language: es, reader, links, now })
    expect(html).not.toContain('rtl')
    expect(html).not.toMatch(/[\u200f←]/)
  })

  test('leaves a mail of which it has no word, and the pages of the team, whole to the movement’s first language that has them', async () => {
    const { mailLanguage } = await import('#shared/mail/mail-language.ts')
    const { languageOf, teamLanguageOf } = await import('#shared/movement.ts')
    const movement = await speaking()
    expect(mailLanguage('invitation', movement, es)).toBe(es)
    expect(mailLanguage('silent_groups', movement, es)).toBe('fr')
    expect(languageOf(movement, es)).toBe(es)
    expect(teamLanguageOf(movement, es)).toBe('fr')
    expect(teamLanguageOf({ languages: [es, 'en'] }, es)).toBe('en')
    expect(teamLanguageOf({ languages: [es] }, null)).toBe('en')
  })

  test('loses a sentence that names a value which its original no longer has, and no mail breaks', async () => {
    const { sayIn } = await import('#shared/mail/words.ts')
    const words = { fr: { hello: 'Bonjour' }, en: { hello: 'Hello' } }
    expect(sayIn('every', words, es)('hello', {})).toBe('Hello')
  })

  test('hears what it lacks, what nothing asks for, and what has changed since it was translated', async () => {
    const { originalHashes, translationState } = await import('#scripts/language/translation-state.ts')
    const hashes = originalHashes(spanish)
    const status = translationState(spanish, { ...hashes, 'text.form.save': 'an older one' })
    expect(status.changed.map(({ path }) => path)).toEqual(['text.form.save'])
    expect(status.missing.map(({ path }) => path)).toContain('text.form.back')
    expect(status.missing.map(({ path }) => path)).not.toContain('text.form.save')
    expect(status.missing.filter(({ path }) => path.startsWith('text.dashboard'))).toEqual([])
    expect(status.unused).toEqual([])
    const stale = { ...spanish, labels: { ...spanish.labels, Towns: 'Ciudades' } }
    expect(translationState(stale, {}).unused).toEqual(['labels.Towns'])
  })

  test('begins as files in which each sentence waits in French and English, and which compile as they are', async () => {
    const { templateFiles } = await import('#scripts/language/template.ts')
    const { listOriginals } = await import('#scripts/language/originals.ts')
    const { transform } = await import('esbuild')
    const { en } = await import('#shared/text/en.ts')
    const files = templateFiles('es', listOriginals())
    expect(files['text.ts']).toContain('// "Enregistrer"\n    // save: "Save",')
    expect(files['language.ts']).toContain("name: 'Español'")
    // A translator sees which sentences may wait
    const remark = '// Coordinators alone read this: it may wait'
    expect(files['text.ts']).toContain(`${remark}\n  dashboard: {`)
    expect(files['text.ts']).not.toContain(`${remark}\n  form: {`)
    expect(files['text.ts']?.split(remark).length).toBeGreaterThan(10)
    expect(files['labels.ts']).toMatch(/it may wait\n {2}\/\/ [^\n]*\n {2}\/\/ /)
    for (const code of Object.values(files)) await transform(code, { loader: 'ts' })
    const translated = files['text.ts']?.replaceAll(/^(\s*)\/\/ (?=(?:[\w$]+|"[^"\n]*"): )/gm, '$1') ?? ''
    const { code } = await transform(translated, { loader: 'ts', format: 'esm' })
    const { text } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    expect(roomsOf(text)).toEqual(roomsOf(en))
  })
})

/** The names that sentences stand under, at every depth. */
function roomsOf(text: object): string[] {
  return Object.entries(text).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? [key, ...roomsOf(inner)] : [],
  )
}
