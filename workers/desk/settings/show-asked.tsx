import { ask } from '#shared/db/ask.ts'
import { storedSettings } from '#shared/db/settings.ts'
import { askedNames, type Fields } from '#shared/record/field.ts'
import type { Section } from '#shared/record/section.ts'
import type { OwnQuestionSaid } from '#shared/settings/questions.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm, formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import {
  type AskedSettings,
  askedIn,
  isAskedSection,
  questionName,
  questionSection,
  type SectionSaid,
  saidTitle,
  sectionKey,
} from './asked.ts'
import { respondSettings, type SettingsNotice, settingsPath } from './settings-frame.tsx'
import { wholeWords } from './typed-question.ts'

export const askedPath = `${settingsPath}/asked`

/** What groups are asked: sections in their order, and in each the movement's own questions. */
export async function showAsked(context: DeskContext): Promise<Response> {
  const { reads, language } = context.var
  const { stored } = await ask(reads, { stored: storedSettings(reads) })
  const text = textIn(language, context.var.movement).settings
  const done = { saved: text.asked.saved, section: text.section.saved }[context.req.query('done') ?? '']
  return respondAsked(context, askedIn(context.var.fixed, stored), done ? { done } : undefined)
}

export async function respondAsked(
  context: DeskContext,
  asked: AskedSettings,
  notice?: SettingsNotice,
): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).settings.asked
  const token = await formToken(context, askedPath)
  const off = asked.sections.filter((section) => !isAskedSection(section))
  const named = new Set(asked.sections.map(sectionKey))
  const leftOut = Object.values(context.var.movement.sections.ours).filter(({ name }) => !named.has(name))
  const common = { context, asked, token }
  return respondSettings(context, {
    title: text.title,
    lead: text.lead,
    notice,
    children: (
      <>
        {asked.sections.filter(isAskedSection).map((section) => (
          <AskedSection {...common} section={section} />
        ))}
        {!asked.isFixed.sections && (
          <p>
            <a class="button quiet" href={`${askedPath}/sections/new`}>
              {text.addSection}
            </a>
          </p>
        )}
        {off.length + leftOut.length > 0 && (
          <section aria-labelledby="not-asked">
            <h2 id="not-asked">{text.notAsked}</h2>
            <p class="says">{text.notAskedLead}</p>
            {leftOut.map(({ name, words }) => (
              <LeftOut {...common} name={name} title={words.title[context.var.language]} />
            ))}
            {off.map((section) => (
              <LeftOut {...common} name={sectionKey(section)} title={titleOf(context, section)} />
            ))}
          </section>
        )}
      </>
    ),
  })
}

const titleOf = ({ var: { movement, language } }: DeskContext, section: SectionSaid) =>
  saidTitle(section, movement)[language]

type PartProps = { context: DeskContext; asked: AskedSettings; token: string }

function AskedSection({ context, asked, token, section }: PartProps & { section: SectionSaid }) {
  const { movement, language } = context.var
  const text = textIn(language, movement).settings.asked
  const key = sectionKey(section)
  const questions = asked.questions.filter((question) => questionSection(question) === key)
  const fields: Fields = Object.values<Section>(movement.sections.ours).find(({ name }) => name === key)?.fields ?? {}
  const ours = askedNames(fields).filter((name) => !fields[name]?.own).length
  return (
    <section aria-labelledby={`section-${key}`}>
      <h2 id={`section-${key}`}>{titleOf(context, section)}</h2>
      {ours > 0 && <p class="soft">{text.ours(ours)}</p>}
      {key === 'lists' && movement.lists.length === 0 && <p class="soft">{text.noList}</p>}
      {typeof section !== 'string' && !section.name && questions.length > 0 && <p class="note">{text.noName}</p>}
      {questions.map((question) => (
        <AskedQuestion context={context} asked={asked} token={token} question={question} />
      ))}
      <p class="row">
        {!asked.isFixed.questions && key !== 'lists' && (
          <a class="button quiet slim" href={`${askedPath}/questions/new?section=${key}`}>
            <span>
              {text.addQuestion}
              <span class="hidden"> ({titleOf(context, section)})</span>
            </span>
          </a>
        )}
        {!asked.isFixed.sections && typeof section !== 'string' && (
          <a class="button quiet slim" href={`${askedPath}/sections/${key}`}>
            <span>
              {text.change}
              <span class="hidden">, {titleOf(context, section)}</span>
            </span>
          </a>
        )}
      </p>
      {!asked.isFixed.sections && (
        <Arrange
          context={context}
          token={token}
          name="section"
          value={key}
          title={titleOf(context, section)}
          ways={waysOf(asked.sections.filter(isAskedSection), section)}
        >
          {key !== 'identity' && key !== 'referents' && (
            <button type="submit" class="plain" name="do" value="off">
              {text.leaveOut}
              <span class="hidden">, {titleOf(context, section)}</span>
            </button>
          )}
        </Arrange>
      )}
    </section>
  )
}

function AskedQuestion({ context, asked, token, question }: PartProps & { question: OwnQuestionSaid }) {
  const { language } = context.var
  const text = textIn(language, context.var.movement).settings
  const title = wholeWords(question.label)[language]
  const beside = asked.questions.filter((one) => questionSection(one) === questionSection(question))
  const when = { now: null, next_round: text.asked.nextRound, no: text.asked.no }[question.asked ?? 'now']
  return (
    <div class="row between act">
      <div>
        <h3 class="plain-title">{title}</h3>
        <p class="soft">
          {[text.question.types[question.type], text.question.audiences[question.audience ?? 'group'], when]
            .filter((part) => part)
            .join(' · ')}
        </p>
        {!asked.isFixed.questions && (
          <Arrange
            context={context}
            token={token}
            name="question"
            value={questionName(question)}
            title={title}
            ways={waysOf(beside, question)}
          />
        )}
      </div>
      {!asked.isFixed.questions && (
        <a class="button quiet slim" href={`${askedPath}/questions/${questionName(question)}`}>
          <span>
            {text.asked.change}
            <span class="hidden">, {title}</span>
          </span>
        </a>
      )}
    </div>
  )
}

type ArrangeProps = {
  context: DeskContext
  token: string
  name: string
  value: string
  title: string
  ways: readonly ('up' | 'down')[]
  children?: Parameters<typeof respondSettings>[1]['children']
}

/** Where something in a list can go. */
function waysOf<Item>(list: readonly Item[], item: Item): ('up' | 'down')[] {
  return [...(list[0] === item ? [] : (['up'] as const)), ...(list.at(-1) === item ? [] : (['down'] as const))]
}

/** The ways to move something up and down. */
function Arrange({ context, token, name, value, title, ways, children }: ArrangeProps) {
  const text = textIn(context.var.language, context.var.movement).settings.asked
  return (
    <DeskForm path={askedPath} token={token}>
      <input type="hidden" name={name} value={value} />
      <p class="row">
        {ways.map((way) => (
          <button type="submit" class="plain" name="do" value={way}>
            {text[way]}
            <span class="hidden">, {title}</span>
          </button>
        ))}
        {children}
      </p>
    </DeskForm>
  )
}

function LeftOut({ context, asked, token, name, title }: PartProps & { name: string; title: string }) {
  const text = textIn(context.var.language, context.var.movement).settings.asked
  if (asked.isFixed.sections) return <p>{title}</p>
  return (
    <DeskForm path={askedPath} token={token}>
      <input type="hidden" name="section" value={name} />
      <p class="row between">
        <span>{title}</span>
        <button type="submit" class="quiet slim" name="do" value="on">
          {text.askAgain}
          <span class="hidden">, {title}</span>
        </button>
      </p>
    </DeskForm>
  )
}
