/** Why something was not done yet; whoever hears the page hears this first. */
export function AgainNote({ title, body }: { title: string; body?: string }) {
  return (
    <div class="note" role="status" tabindex={-1} autofocus>
      <h2>{title}</h2>
      {body && <p>{body}</p>}
    </div>
  )
}
