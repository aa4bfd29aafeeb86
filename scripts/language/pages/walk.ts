import { type Fill, linksOf, type PageForm, pageForms, routeShape, valuesFor } from './page-forms.ts'

/** A page as it was answered, in the language that is looked at and in the original. */
export type Walked = { name: string; html: string; original: string }

/** How a browser that speaks a language asks. */
export type Browse = (path: string, language: 'translated' | 'original', sent?: URLSearchParams) => Promise<Browsed>
export type Browsed = { status: number; html: string; leadsTo: string | null }

/** As many pages of one shape are opened: what people see depends on who they are. */
const most = 10
const fills: readonly Fill[] = ['completed', 'changed', 'filled', 'emptied', 'wrong', 'old', 'asShown']

/**
 * Opens every page that a link leads to, and sends each form empty, with nonsense and filled: so a page is seen in all its states, whichever are added. `nextStarts` says what
 * mails have brought meanwhile.
 */
export async function* walk(
  browse: Browse,
  starts: readonly string[],
  nextStarts: () => Promise<string[]>,
): AsyncGenerator<Walked> {
  const state: State = { browse, opened: new Set(), shapes: new Map(), forms: new Map() }
  for (let next = starts; next.length > 0; next = await nextStarts()) {
    yield* openAll(state, next)
    for (const fill of fills)
      for (const [shape, forms] of [...state.forms]) {
        if (count(state.shapes, `${fill} ${shape}`) > 1) continue
        yield* sendOne(state, inTurn(forms, count(state.shapes, 'sent')), fill)
      }
  }
}

type State = {
  browse: Browse
  opened: Set<string>
  shapes: Map<string, number>
  forms: Map<string, PageForm[]>
}

function count(counts: Map<string, number>, name: string): number {
  const counted = (counts.get(name) ?? 0) + 1
  counts.set(name, counted)
  return counted
}

async function* openAll(state: State, paths: readonly string[]): AsyncGenerator<Walked> {
  const waiting = [...paths]
  const firsts = new Set(paths)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (state.opened.has(path)) continue
    state.opened.add(path)
    if (count(state.shapes, routeShape(path)) > most && !firsts.has(path)) continue
    const { html, leadsTo } = await state.browse(path, 'translated')
    if (leadsTo !== null) waiting.unshift(leadsTo)
    if (html === '') continue
    for (const form of pageForms(html, path)) {
      const known = state.forms.get(form.shape) ?? []
      state.forms.set(form.shape, [...known, form])
    }
    waiting.push(...linksOf(html, path), ...noticesOf(path))
    yield { name: routeShape(path), html, original: (await state.browse(path, 'original')).html }
  }
}

/** What a history says once something was taken back, or could not be. */
function noticesOf(path: string): string[] {
  if (!/^\/u\/[^?]*\/history$/.test(path)) return []
  return ['partly', 'nothing', 'too_much', 'nobody', 'again'].map((notice) => `${path}?undone=${notice}`)
}

/** Everybody sends something: whoever has left, or was erased, sends nothing any more. */
const inTurn = <One>(all: readonly One[], turn: number): One[] => [
  ...all.slice(turn % all.length),
  ...all.slice(0, turn % all.length),
]

/** Sends the first of these forms that is still there: what was sent meanwhile may have changed its page. */
async function* sendOne(state: State, forms: readonly PageForm[], fill: Fill): AsyncGenerator<Walked> {
  for (const { from, shape } of forms) {
    const { html } = await state.browse(from, 'translated')
    const form = pageForms(html, from).find((one) => one.shape === shape)
    if (!form) continue
    yield* send(state, form, fill)
    // Somebody else had the same page open
    if (fill === 'changed') yield* send(state, form, 'behind')
    return
  }
}

async function* send(state: State, form: PageForm, fill: Fill, isLast = false): AsyncGenerator<Walked> {
  const values = valuesFor(form, fill)
  const { html, leadsTo } = await state.browse(form.action, 'translated', values)
  if (leadsTo !== null) {
    // What was opened before may say something else now
    state.opened.delete(leadsTo)
    yield* openAll({ ...state, shapes: new Map() }, [leadsTo])
  } else if (html !== '') {
    const original = await state.browse(form.action, 'original', values)
    yield { name: `${routeShape(form.action)} (${fill})`, html, original: original.html }
    if (!isLast) yield* goOn(state, html, form, fill)
  }
}

/** Answers what a sent form was answered with: a question, a confirmation, a row that was added. */
async function* goOn(state: State, html: string, { action }: PageForm, fill: Fill): AsyncGenerator<Walked> {
  for (const form of pageForms(html, action)) {
    if (count(state.shapes, `${fill} then ${form.shape}`) > 1) continue
    yield* send(state, form, 'completed', true)
  }
}
