/** A release runs with Node alone: there `npm run mails -- --left` is `node relance.mjs mails --left`, in all that is said. */
export function asReleased<Said>(said: Said): Said {
  if (typeof said === 'string') return said.split('\n').map(withoutNpm).join('\n') as Said
  if (typeof said === 'function') return ((...given: unknown[]) => asReleased(said(...given))) as Said
  if (Array.isArray(said)) return said.map(asReleased) as Said
  if (typeof said !== 'object' || said === null || Object.getPrototypeOf(said) !== Object.prototype) return said
  return Object.fromEntries(Object.entries(said).map(([name, one]) => [name, asReleased(one)])) as Said
}

/** What stands in columns stays so: a line that lost ` --` is as long as before. */
function withoutNpm(line: string): string {
  const command = /npm (?:run (?:-s )?)?(\w[\w-]*)( --(?= ))?/g
  let lost = ''
  const said = line.replace(command, (whole: string, name: string, dashes = '') => {
    if (!whole.startsWith('npm run ') && name !== 'start') return whole
    lost += dashes
    return `node relance.mjs ${name}`
  })
  return said.replace(/(\S)( {2,})(?=\S)/, (_, before: string, gap: string) => before + gap + ' '.repeat(lost.length))
}
