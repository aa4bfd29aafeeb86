import type { PublishedGroup } from '#shared/db/published-groups.ts'
import { textIn } from '#shared/text/text.ts'
import type { FeedsContext } from '../env.ts'
import { findPath, visitorLanguage } from './reader.ts'

export type TypedContact = { name: string; email: string; body: string; consent: string }
export const emptyContact: TypedContact = { name: '', email: '', body: '', consent: '' }

/** What is wrong: a field, a page that is to be sent once more, or too many at once. */
export type ContactFault = keyof TypedContact | 'again' | 'busy'

type ContactFormProps = {
  context: FeedsContext
  group: PublishedGroup
  typed: TypedContact
  faults: readonly ContactFault[]
  page: string
}

/** A visitor's words to a group. What was typed stays, whatever was wrong. */
export function ContactForm({ context, group, typed, faults, page }: ContactFormProps) {
  const text = textIn(visitorLanguage(context), context.var.movement).find.form
  const wrong = (name: ContactFault) => faults.includes(name)
  const mark = (name: ContactFault) => (wrong(name) ? { 'aria-invalid': true, 'aria-describedby': 'faults' } : {})
  return (
    <>
      <h1>{text.title(group.values.name ?? '')}</h1>
      {faults.length > 0 && (
        <div class="error" id="faults" role="alert">
          {faults.map((fault) => (
            <p>
              {fault === 'busy'
                ? text.busy(group.values.public_email ?? context.var.movement.sender.replyTo)
                : text.fault[fault]}
            </p>
          ))}
        </div>
      )}
      <p>{text.lead}</p>
      <form method="post" action={findPath(context, `/find/${group.uid}/contact`)} novalidate data-proof>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="proof" value="" />
        <p>
          <label for="name">{text.name}</label>
          <input
            class="wide"
            id="name"
            name="name"
            value={typed.name}
            maxlength={100}
            autocomplete="name"
            {...mark('name')}
          />
        </p>
        <p>
          <label for="email">{text.email}</label>
          <input
            class="wide"
            id="email"
            name="email"
            type="email"
            value={typed.email}
            maxlength={254}
            autocomplete="email"
            {...mark('email')}
          />
        </p>
        <p class="trap" aria-hidden="true">
          <label for="website">{text.trap}</label>
          <input id="website" name="website" tabindex={-1} autocomplete="off" />
        </p>
        <p>
          <label for="body">{text.body}</label>
          <textarea class="wide" id="body" name="body" rows={6} maxlength={4000} {...mark('body')}>
            {typed.body}
          </textarea>
        </p>
        <p>
          <label class="check">
            <input
              class="box"
              type="checkbox"
              name="consent"
              value="yes"
              checked={typed.consent === 'yes'}
              {...mark('consent')}
            />
            {text.consent(context.var.movement.name)}
          </label>
        </p>
        <button type="submit">{text.send}</button>
      </form>
    </>
  )
}
