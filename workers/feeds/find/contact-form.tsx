import type { PublishedGroup } from '#shared/db/published-groups.ts'
import { problemBeside, problemText } from '#shared/html/field-input.tsx'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { eachLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { FeedsContext } from '../env.ts'
import { MistakeBeside, MistakeList, marked } from '../visitor/mistakes.tsx'
import { findPath, visitorLanguage } from '../visitor/reader.ts'
import { ConsentBox, Trap } from '../visitor/visitor-boxes.tsx'
import { visitorFormId } from '../visitor/visitor-languages.tsx'

export type TypedContact = { name: string; email: string; body: string; consent: string }
export const emptyContact: TypedContact = { name: '', email: '', body: '', consent: '' }

const asked = ['name', 'email', 'body'] as const

/** What is wrong with what was typed. */
export type ContactProblems = Partial<Record<(typeof asked)[number], FieldProblem>>

/** A box that was not ticked, a page that is to be sent once more, or too many at once. */
export type ContactFault = 'consent' | 'again' | 'busy'

type ContactFormProps = {
  context: FeedsContext
  group: PublishedGroup
  typed: TypedContact
  problems: ContactProblems
  faults: readonly ContactFault[]
  page: string
}

/** A visitor's words to a group. What was typed stays, whatever was wrong. */
export function ContactForm({ context, group, typed, problems, faults, page }: ContactFormProps) {
  const { movement } = context.var
  const language = visitorLanguage(context)
  const text = textIn(language, movement).find.form
  const mark = (name: keyof ContactProblems) => marked(name, problems[name] !== undefined)
  const beside = (name: keyof ContactProblems) => problems[name] && problemBeside(problems[name], language, movement)
  const said = (fault: ContactFault) =>
    fault === 'busy' ? text.busy(group.values.public_email ?? movement.sender.replyTo) : text.fault[fault]
  return (
    <>
      <h1>{text.title(group.values.name ?? '')}</h1>
      <MistakeList
        title={text.faultsTitle}
        mistakes={[
          ...asked.flatMap((id) => {
            const label = { label: eachLanguage(() => text[id]) }
            return problems[id] ? [{ id, text: problemText(label, problems[id], language, movement) }] : []
          }),
          ...faults.map((fault) => ({ text: said(fault), ...(fault === 'consent' && { id: fault }) })),
        ]}
      />
      <p>{text.lead}</p>
      <form
        id={visitorFormId}
        method="post"
        action={findPath(context, `/find/${group.uid}/contact`)}
        novalidate
        data-proof
      >
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="proof" value="" />
        <p>
          <label for="name">{text.name}</label>
          <MistakeBeside id="name" text={beside('name')} />
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
          <MistakeBeside id="email" text={beside('email')} />
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
        <Trap label={text.trap} />
        <p>
          <label for="body">{text.body}</label>
          <MistakeBeside id="body" text={beside('body')} />
          <textarea class="wide" id="body" name="body" rows={6} {...mark('body')}>
            {typed.body}
          </textarea>
        </p>
        <ConsentBox
          label={text.consent(movement.name)}
          isGiven={typed.consent === 'yes'}
          mistake={faults.includes('consent') ? text.fault.consent : undefined}
        />
        <button type="submit">{text.send}</button>
      </form>
    </>
  )
}
