/** What is to be mended: with the control that it is about, where it is about one. */
export type Mistake = { id?: string; text: string }

/** What is to be mended, above the form, each line leading to its control (GOV.UK Design System: error summary). */
export function MistakeList({ title, mistakes }: { title: string; mistakes: readonly Mistake[] }) {
  if (mistakes.length === 0) return null
  return (
    <div class="error" role="alert" aria-labelledby="faults" tabindex={-1} autofocus>
      <h2 id="faults">{title}</h2>
      {mistakes.map(({ id, text }) => (
        <p>{id === undefined ? text : <a href={`#${id}`}>{text}</a>}</p>
      ))}
    </div>
  )
}

/** The same beside the control. */
export function MistakeBeside({ id, text }: { id: string; text: string | undefined }) {
  if (text === undefined) return null
  return (
    <span class="fault" id={`${id}-fault`}>
      {text}
    </span>
  )
}

/** What a control says of itself when it is to be mended. */
export function marked(id: string, isWrong: boolean) {
  return isWrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {}
}
