import type { Original } from './originals.ts'
import { isAskedFor } from './translation-state.ts'

/** The files of a language that begins: each sentence stands there as a comment, in French and English, to be translated in its place. */
export function templateFiles(code: string, originals: ReadonlyMap<string, Original>): Record<string, string> {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code
  const own = name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
  const all = [...originals]
  const part = (start: string) =>
    all.flatMap(([path, original]): Placed[] => {
      const isForTeam = !isAskedFor(path, original, {})
      return path.startsWith(start) ? [{ path: path.slice(start.length), original, isForTeam }] : []
    })
  return {
    'language.ts': `import type { Translation } from '../translation.ts'\nimport { labels } from './labels.ts'\nimport { mailSentences } from './mails.ts'\nimport { text } from './text.ts'\n\nexport const ${code}: Translation = { name: '${own}', text, mails: mailSentences, labels }\n`,
    'text.ts': file('text', 'text', nested(part('text.'))),
    'mails.ts': file('mailSentences', 'mails', nested(part('mails.'))),
    'labels.ts': file(
      'labels',
      'labels',
      part('labels.')
        .map((one) => teamRemark([one], '  ') + sentence(JSON.stringify(one.path), one.original, '  '))
        .join(''),
    ),
  }
}

type Placed = { path: string; original: Original; isForTeam: boolean }

/** Above what coordinators alone read: a translation may do without it (`hasTeamPages`). */
function teamRemark(placed: readonly Placed[], indent: string): string {
  return placed.every(({ isForTeam }) => isForTeam) ? `${indent}// Coordinators alone read this: it may wait\n` : ''
}

function file(name: string, kind: string, body: string): string {
  const type = kind === 'mails' ? "NonNullable<Translation['mails']>" : `Translation['${kind}']`
  return `import type { Translation } from '../translation.ts'\n\n// Translate a sentence in its place, and take the two slashes away\nexport const ${name}: ${type} = {\n${body}}\n`
}

function nested(placed: readonly Placed[], indent = '  ', isSaid = false): string {
  const rooms = Map.groupBy(placed, ({ path }) => /^(?:"[^"]*"|[^.]*)/.exec(path)?.[0] ?? '')
  return [...rooms]
    .map(([key, inside]) => {
      const [only] = inside
      const remark = isSaid ? '' : teamRemark(inside, indent)
      if (only && only.path === key) return remark + sentence(keyed(key), only.original, indent)
      const deeper = inside.map((one) => ({ ...one, path: one.path.slice(key.length + 1) }))
      const within = nested(deeper, `${indent}  `, isSaid || remark !== '')
      return `${remark}${indent}${keyed(key)}: {\n${within}${indent}},\n`
    })
    .join('')
}

const keyed = (key: string) => (/^(?:[a-z_$][\w$]*|".*")$/i.test(key) ? key : JSON.stringify(key))

/** The French words as a remark, the English ones where the translation is to stand. */
function sentence(key: string, { fr, en }: Original, indent: string): string {
  return `${indent}// ${fr}\n${indent}// ${key}: ${en.startsWith('"') || /[=[{]/.test(en) ? en : JSON.stringify(en)},\n`
}
