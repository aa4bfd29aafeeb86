/** Milliseconds between what a hand does and what it sends. */
const reach = 3000

/**
 * Tells our own server whether somebody pressed: browsers mark what people do as trusted, and what a script does as not (DOM §2.9).
 * A browser that says that a program drives it (W3C WebDriver §5.1) says it here too.
 */
export function watchForPeople(): void {
  let touchedAt = 0
  const touch = ({ isTrusted }: Event) => {
    if (isTrusted) touchedAt = Date.now()
  }
  addEventListener('click', touch, true)
  addEventListener('keydown', touch, true)
  addEventListener('submit', ({ target }) => {
    const isPerson = Date.now() - touchedAt < reach
    if (target instanceof HTMLFormElement && (navigator.webdriver || isPerson))
      mark(target, navigator.webdriver ? 'robot' : 'hand')
  })
}

function mark(form: HTMLFormElement, value: string): void {
  const known = form.querySelector<HTMLInputElement>('input[name=by]')
  const input = known ?? document.createElement('input')
  input.type = 'hidden'
  input.name = 'by'
  input.value = value
  if (!known) form.append(input)
}
