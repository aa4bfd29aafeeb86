/** What stands for `{{name}}` in a template: text, whether to show a part, or a part’s repetitions. */
export type TemplateData = { readonly [name: string]: string | boolean | readonly TemplateData[] }

/** Makes a text safe where it goes, by the name that it has in the template. */
type Show = (text: string, name: string) => string

/** A template taken apart: what stands as it is, a text to put in, or a part with what is in it. */
type Piece = string | { text: string } | { part: string; pieces: readonly Piece[] }

/**
 * Puts data into a template: `{{name}}` is a text, `{{#name}}…{{/name}}` a part that is left out when there is nothing, and repeated
 * for a list. `show` makes text safe where it goes. What people typed is never read as a template.
 * @throws when the template names what is not given.
 */
export function renderTemplate(template: string, data: TemplateData, show: Show): string {
  const pieces = taken.get(template) ?? takeApart(template)
  taken.set(template, pieces)
  return render(pieces, data, show)
}

/** One entry a template: taking one apart costs more than rendering it. */
const taken = new Map<string, readonly Piece[]>()

function takeApart(template: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of template.matchAll(/\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/g)) {
    const [whole, part, inner = '', text = ''] = match
    pieces.push(template.slice(from, match.index))
    pieces.push(part === undefined ? { text } : { part, pieces: takeApart(inner) })
    from = match.index + whole.length
  }
  return [...pieces, template.slice(from)]
}

function render(pieces: readonly Piece[], data: TemplateData, show: Show): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      return 'text' in piece ? show(textOf(data, piece.text), piece.text) : renderPart(data, piece, show)
    })
    .join('')
}

function textOf(data: TemplateData, name: string): string {
  const value = data[name]
  if (typeof value !== 'string') throw new Error(`the template asks for ${name}, which is no text`)
  return value
}

function renderPart(
  data: TemplateData,
  { part, pieces }: { part: string; pieces: readonly Piece[] },
  show: Show,
): string {
  const value = data[part]
  if (value === undefined) throw new Error(`the template asks for ${part}, which is not given`)
  if (typeof value === 'string' || typeof value === 'boolean') return value ? render(pieces, data, show) : ''
  return value.map((item) => render(pieces, { ...data, ...item }, show)).join('')
}
