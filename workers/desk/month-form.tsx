import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import type { Child } from '#shared/html/jsx-runtime.ts'
import type { Field } from '#shared/record/field.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { eachLanguage, type Language, languageNames } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { Meanwhile, Was } from './meanwhile.tsx'
import { NotDone } from './notice.tsx'

// biome-ignore lint/suspicious/noExplicitAny: inputs of every value
export type MonthInput = { name: string; field: Field<any>; isForChoices?: boolean }

/** One field for each language, which says which one it is of where there are several. */
export function inputIn(
  { name, field, isForChoices = false }: MonthInput,
  language: Language,
  { languages, ...movement }: OwnWords & { languages: readonly Language[] },
): MonthInput {
  const label = (reader: Language) =>
    languages.length === 1
      ? field.label[reader]
      : textIn(reader, movement).month.word.inLanguage(field.label[reader], languageNames[language])
  return { name: `${name}_${language}`, field: { ...field, label: eachLanguage(label) }, isForChoices }
}

/** What a form holds, by the names of its inputs; `trouble`: why nothing was done; `isLate`: somebody else wrote meanwhile. */
export type MonthTyped = {
  texts: Readonly<Record<string, string>>
  problems?: Readonly<Record<string, FieldProblem>> | undefined
  trouble?: { title: string; body: string } | undefined
  isLate?: boolean | undefined
}

type MonthForm = MonthTyped & {
  path: string
  title: string
  lead: string
  inputs: readonly MonthInput[]
  /** What stands now, as the form is made of it, and in words. */
  kept: unknown
  now: readonly string[]
  /** What an input that is left empty in one language comes to. */
  otherwise: string
  buttons: Child
  /** The button that takes it away again; null where that cannot be. */
  end: string | null
  above?: Child
  status: number
}

/** The page on which the team writes what it adds to a month, in each language. */
export async function respondMonthForm(
  context: DeskContext,
  { path, title, lead, inputs, texts, problems = {}, trouble, isLate, ...form }: MonthForm,
): Promise<Response> {
  const { language, movement } = context.var
  const text = textIn(language, movement).form
  const entries = inputs.flatMap(({ name, field }) => {
    const problem = problems[name]
    return problem ? [{ id: name, text: problemText(field, problem, language, movement) }] : []
  })
  const token = await formToken(context, path)
  return respondFrame(context, {
    title: entries.length > 0 ? `${text.errorsTitle(entries.length)} – ${title}` : title,
    status: form.status,
    children: (
      <div class="flow narrow">
        <ErrorSummary title={text.errorsTitle(entries.length)} entries={entries} />
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        {isLate && <Meanwhile context={context} now={form.now} />}
        <p>
          <a class="plain" href="/desk/month">
            {text.back}
          </a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {form.above}
        <DeskForm path={path} token={token}>
          <Was kept={form.kept} />
          {inputs.map(({ name, field, isForChoices }) => (
            <div class={isForChoices ? 'for-choices' : undefined}>
              <FieldInput
                field={field}
                name={name}
                text={texts[name] ?? ''}
                language={language}
                movement={movement}
                typedIn={movement.languages.find((one) => name.endsWith(`_${one}`))}
                problem={problems[name]}
              />
            </div>
          ))}
          {movement.languages.length > 1 && <p class="hint">{form.otherwise}</p>}
          {form.buttons}
        </DeskForm>
        {form.end !== null && (
          <DeskForm path={path} token={token}>
            <Was kept={form.kept} />
            <button type="submit" class="quiet" name="do" value="end">
              {form.end}
            </button>
          </DeskForm>
        )}
      </div>
    ),
  })
}
