import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compileSentencePages } from '#hosts/node/bundle.ts'
import { listOriginals } from '#scripts/language/originals.ts'
import { indexPage, sentencePage } from '#scripts/language/pages/catalogue.ts'
import { framePages } from '#scripts/language/pages/frames.ts'
import { sentenceMark, unmark, withMarks } from '#scripts/language/pages/marks.ts'
import { occasionOf } from '#scripts/language/pages/occasions.ts'
import { pageForms, valuesFor } from '#scripts/language/pages/page-forms.ts'
import { type Browse, walk } from '#scripts/language/pages/walk.ts'
import { isAskedFor } from '#scripts/language/translation-state.ts'
import { root } from '#scripts/local/paths.ts'

describe('the pages on which a translator sees each sentence in its place', () => {
  test('number what is seen, and say apart what is heard or stands in a title', () => {
    const text = withMarks('text', { save: 'Opslaan', count: (n: number) => `${n} groepen`, hear: 'Sluiten' }) as {
      save: string
      count: (n: number) => string
      hear: string
    }
    const page = `<title>${text.save}</title><p aria-label="${text.hear}">${text.count(3)}</p><b>${sentenceMark('mails.every.hello')}</b>`
    const { html, seen, unseen } = unmark(page, (path) => `[${path}]`)
    expect(html).toBe(
      '<title>Opslaan</title><p aria-label="Sluiten">3 groepen[text.count]</p><b>[mails.every.hello]</b>',
    )
    expect([...seen]).toEqual(['text.count', 'mails.every.hello'])
    expect([...unseen]).toEqual(['text.save', 'text.hear'])
  })

  test('say of each sentence that no page has when it is said, among its neighbours', () => {
    const paths = ['text.form.save', 'text.form.conflictMine', 'text.form.conflictTitle', 'text.nobodyKnows.where']
    const said: Record<string, unknown> = {
      'text.form.save': 'Opslaan',
      'text.form.conflictMine': 'wat jij schreef',
      'text.form.conflictTitle': (by2: string | null) => `${by2 ?? 'Iemand anders'} was eerder`,
      'text.nobodyKnows.where': 'Ergens',
    }
    const page = { html: '<h1>Form</h1><main>old</main>', original: '<h1>Form</h1><main>old</main>' }
    const pages = new Map([['text.form', page]])
    const left = new Set(paths.slice(1))
    const [framed, unplaced] = framePages({ paths, left, original: 'en', pages, said: (path) => said[path] })
    const { html, seen } = unmark(framed?.html ?? '', () => '#')
    expect(html).toContain('<h1>Form</h1><main>')
    expect(html).toContain('Two people corrected the same thing at the same time')
    expect(html).toContain('<p>{by} was eerder#</p><p>Iemand anders was eerder#</p>')
    expect(html).not.toContain('old')
    expect([...seen]).toEqual(paths.slice(0, 3))
    expect(unmark(unplaced?.html ?? '', () => '').seen).toEqual(new Set())
  })

  test('know where every sentence of referents and visitors stands', () => {
    const asked = [...listOriginals()].filter(([path, original]) => isAskedFor(path, original, {}))
    const sentences = asked.map(([path]) => path).filter((path) => !/^mails\.(?!every\.)/.test(path))
    expect(sentences.length).toBeGreaterThan(500)
    expect(sentences.filter((path) => occasionOf(path) === null)).toEqual([])
  })

  test('open what links lead to, send each form in every way, and follow what mails bring', async () => {
    const asked: string[] = []
    const form =
      '<form method="post"><input type="hidden" name="page" value="p"><input name="email"><button>Go</button></form>'
    const browse: Browse = async (path, language, sent) => {
      asked.push(`${language} ${path} ${sent?.get('email') ?? '-'}`)
      if (sent?.get('email')?.includes('@')) return { status: 303, html: '', leadsTo: '/thanks' }
      return { status: 200, html: path === '/' ? `<a href="/ask#x">Ask</a>` : form, leadsTo: null }
    }
    const mails = [['/u/of-a-mail'], []]
    const names: string[] = []
    for await (const { name } of walk(browse, ['/'], async () => mails.shift() ?? [])) names.push(name)
    expect(names.slice(0, 2)).toEqual(['/', '/ask'])
    expect(names).toContain('/thanks')
    expect(names).toContain('/ask (emptied)')
    expect(names).toContain('/ask (wrong)')
    expect(names).toContain('/ask (asShown)')
    expect(names).toContain('/u/of-a-mail')
    expect(asked).toContain('original /thanks -')
  })

  test('send a form as a browser has it: without what a script would add, changed, or from a page that is old', () => {
    const row = '<input type="hidden" name="row" value="r1"><input name="r1.email" value="lou@example.org">'
    const html = `<form method="post"><input type="hidden" name="page" value="p">${row}<template><input type="hidden" name="row" value="new-row"></template><button>Save</button></form>`
    const [form] = pageForms(html, '/u/x/y/referents')
    if (!form) throw new Error('a form')
    expect(valuesFor(form, 'completed').getAll('row')).toEqual(['r1'])
    expect(valuesFor(form, 'changed').get('r1.email')).toBe('changed.lou@example.org')
    expect(valuesFor(form, 'behind').get('r1.email')).toBe('behind.lou@example.org')
    expect(valuesFor(form, 'old').get('page')).toBe('old')
  })

  test('mark what is missing, with its key and its originals', () => {
    const originals = new Map([['text.form.save', { fr: '"Enregistrer"', en: '"Save"' }]])
    const catalogue = {
      code: 'nl',
      original: 'en',
      originals,
      translated: new Map(),
      numbers: new Map([['text.form.save', 1]]),
    } as const
    const page = {
      name: '/',
      html: '<p>Save</p>',
      original: '<p>Save</p>',
      seen: new Set(['text.form.save']),
      unseen: new Set<string>(),
    }
    const html = sentencePage(page, catalogue, 1)
    expect(html).toContain('<code>text.form.save</code>')
    expect(html).toContain('<td class="missing">missing</td>')
    expect(html).toContain('sandbox')
    expect(indexPage([], ['text.form.save'], catalogue)).toContain('On none of these pages (1)')
  })

  test('show every mail in Dutch with the key of each of its sentences', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'relance-language-'))
    const program = await import(pathToFileURL(await compileSentencePages()).href)
    const { pages } = await program.writeMails({ code: 'nl', original: 'fr', folder })
    const files = await readdir(folder)
    expect(files).toHaveLength(pages + 1)
    const written = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    const all = written.join('')
    expect(all).toContain('<code>mails.invitation.subject</code>')
    expect(all).toMatch(/Dag Joëlle,&lt;sup title=&quot;mails\.every\.hello&quot;/)
    expect(all).not.toContain('⟦')
    await rm(folder, { recursive: true })
  })
})

/** The English words of labels, as our code has them. */
function englishLabels(): string[] {
  const files = ['shared', 'workers'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  )
  const codes = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8'))
  const calls = codes.flatMap((code) =>
    [...code.matchAll(/\binLanguages\(\{([^{}]*)\}\)/g)].map(([, words = '']) => words),
  )
  return calls.flatMap((words) => {
    const [, english = ''] = /\ben: ?(\[[^[\]]*\]|'(?:[^'\\]|\\.)*')/.exec(words) ?? []
    return [...english.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, one = '']) => one.replaceAll('\\u00a0', '\u00a0'))
  })
}

test('a translator is asked for every label that stands in our code, whichever worker shows it', () => {
  const asked = listOriginals()
  const labels = englishLabels()
  expect(labels.length).toBeGreaterThan(150)
  expect(labels.filter((label) => !asked.has(`labels.${label}`))).toEqual([])
})
