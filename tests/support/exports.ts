/** What a file exports under its own name, as `export function name`, `export type name` … say it. */
export function exportedNames(code: string): string[] {
  const exported =
    /^export (?:default )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|type|interface|enum) +(\w+)/gm
  return [...new Set([...code.matchAll(exported)].map(([, name = '']) => name))]
}

/** Where a thing is at home: the same text in two languages is one thing, and so are the files of a mail kind's folder. */
function homeOf(file: string): string {
  return file
    .replace(/\/(fr|en)(?=[/.])|(?<=^shared\/text)\/[a-z]{2}(?=\/)/, '/*')
    .replace(/^(shared\/mail\/(?:kinds|parts)\/\w+)\/.*/, '$1')
}

/** Every program has a `main`, and every folder of texts its languages. */
const isShared = (name: string) => ['main', 'fr', 'en'].includes(name)

/** Names that two things have, each with where they are: `Place: shared/db/network.ts, shared/domain/place.ts`. */
export function homonymsAmong(files: readonly { file: string; code: string }[]): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const { file, code } of files)
    for (const name of exportedNames(code)) {
      const known = places.get(name) ?? []
      if (!isShared(name) && !known.some((other) => homeOf(other) === homeOf(file))) places.set(name, [...known, file])
    }
  return new Map([...places].filter(([, where]) => where.length > 1).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The functions at the top of a file, with how many lines each has. */
export function functionLengths(code: string): { name: string; lines: number }[] {
  const lengths: { name: string; lines: number }[] = []
  let open: { name: string; from: number } | null = null
  for (const [index, line] of code.split('\n').entries()) {
    const name = /^(?:export )?(?:default )?(?:async )?function\*? (\w+)/.exec(line)?.[1]
    if (name) open = { name, from: index }
    if (line === '}' && open) {
      lengths.push({ name: open.name, lines: index - open.from + 1 })
      open = null
    }
  }
  return lengths
}
