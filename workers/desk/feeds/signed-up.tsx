import { textIn } from '#shared/text/text.ts'
import { DeskForm } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'

/** `unknown`: an address that was typed and is on no list by its page. */
type Props = { context: DeskContext; path: string; token: string; unknown: string | undefined }

/** The pages where anybody signs up; and the form by which an address is forgotten whose owner asks for it. */
export function SignedUp({ context, path, token, unknown }: Props) {
  const { language, movement } = context.var
  const text = textIn(language, context.var.movement).feeds
  return (
    <section aria-labelledby="pages">
      <h2 id="pages">{text.pagesTitle}</h2>
      <ul>
        {movement.lists
          .filter(({ signUp }) => signUp === true)
          .map(({ key, label }) => (
            <li>
              <a class="plain" href={`/lists/${key}`}>
                {label[language]}
              </a>
            </li>
          ))}
      </ul>
      <DeskForm path={path} token={token}>
        <div class={unknown === undefined ? 'field' : 'field wrong'}>
          <label for="email">{text.forgetLabel}</label>
          <p class="hint" id="email-hint">
            {text.forgetHint}
          </p>
          {unknown !== undefined && <p class="error">{text.forgetUnknown}</p>}
          <input
            type="email"
            id="email"
            name="email"
            value={unknown ?? ''}
            autocomplete="off"
            aria-describedby="email-hint"
          />
        </div>
        <button type="submit" class="quiet" name="do" value="forget">
          {text.forget}
        </button>
      </DeskForm>
    </section>
  )
}
