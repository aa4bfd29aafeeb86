import type { ProblemCode } from '#shared/domain/problem.ts'
import { Html } from '#shared/html/jsx-runtime.ts'
import { ProblemText } from '#shared/html/problem-page.tsx'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { pageKey } from '#shared/text/page-sentences.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'
import { BlankSection } from './blank-section.tsx'

/** Around the tried sentence while its page is written; nobody types them (Unicode: not characters). */
const [begin, end] = ['\ufdd0', '\ufdd1']

/** A sentence of pages (`form.save`) with the words that are tried, in a language of the movement. */
type TriedSentence = { path: string; says: Sentence; spoken: Language }

/**
 * The real page on which a sentence stands, as it reads with the words that are tried, and with these marked: the form of a section, or the page that says what
 * went wrong. Null where it stands on neither.
 */
export function sentenceOnPage(movement: Movement, tried: TriedSentence, now: Date): Html | null {
  const { path, spoken } = tried
  const saying = withMarked(movement, tried)
  const [, code = ''] = /^problem\.(\w+)\./.exec(path) ?? []
  if (Object.hasOwn(textIn(spoken, saying).problem, code))
    return marked(<ProblemText code={code as ProblemCode} language={spoken} movement={saying} />)
  if (!path.startsWith('form.')) return null
  for (const section of saying.sections.asked) {
    const page = <BlankSection movement={saying} section={section} language={spoken} now={now} />
    if (page.markup.includes(begin)) return marked(page)
  }
  return null
}

function withMarked(movement: Movement, { path, says, spoken }: TriedSentence): Movement {
  const key = pageKey(path, spoken)
  const forms =
    typeof says === 'string'
      ? mark(says)
      : Object.fromEntries(Object.entries(says).map(([n, one]) => [n, mark(one ?? '')]))
  const others = movement.sentences.filter((one) => one.key !== key)
  return { ...movement, sentences: [...others, { key, says: forms } as Movement['sentences'][number]] }
}

const mark = (said: string) => begin + said + end

/** What is read is marked; what an attribute says is heard alone, and stays as it is. */
function marked({ markup }: Html): Html {
  const parts = markup.split(/(<[^<>]{0,4000}>)/).map((part) => {
    const isTag = part.startsWith('<')
    const [from, to] = isTag ? ['', ''] : ['<mark>', '</mark>']
    const said = part.replaceAll(begin, () => from).replaceAll(end, () => to)
    return isTag ? below(said) : said
  })
  return new Html(parts.join(''))
}

/** A heading within a page that has its own: two steps down. */
function below(tag: string): string {
  return tag.replace(/^(<\/?h)([1-4])/, (_, name: string, level: string) => `${name}${Number(level) + 2}`)
}
