export type SummaryEntry = { /** Id of the control to mend. */ id: string; text: string }

/** What to mend, above the heading, each line leading to its control (GOV.UK Design System: error summary). */
export function ErrorSummary({ title, entries }: { title: string; entries: readonly SummaryEntry[] }) {
  if (entries.length === 0) return null
  return (
    <div class="problem flow" role="alert" aria-labelledby="error-title" tabindex={-1} autofocus>
      <h2 id="error-title">{title}</h2>
      <ul>
        {entries.map(({ id, text }) => (
          <li>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
