import { roles } from '#shared/domain/role.ts'
import { FieldInput } from '#shared/html/field-input.tsx'
import { inviteeFields } from '#shared/record/coordinator.ts'
import { capital } from '#shared/text/capital.ts'
import { languageNames } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { DeskContext } from '../env.ts'
import type { TypedCoordinator } from './typed-coordinator.ts'

type FieldsProps = {
  context: DeskContext
  /** What the ids of this form's inputs begin with: there are several on the page. */
  id: string
  typed: TypedCoordinator
  regions: readonly string[]
  asksAddress: boolean
}

/** Who somebody of the team is, and what they may do where. */
export function CoordinatorFields({ context, id, typed, regions, asksAddress }: FieldsProps) {
  const { language, movement } = context.var
  return (
    <>
      {(asksAddress ? (['name', 'email'] as const) : (['name'] as const)).map((name) => (
        <NamedInput id={id} name={name} typed={typed} language={language} movement={movement} />
      ))}
      <RoleRadios id={id} typed={typed} language={language} movement={movement} />
      {regions.length > 0 && (
        <RegionBoxes id={id} typed={typed} regions={regions} language={language} movement={movement} />
      )}
      {movement.languages.length > 1 && (
        <div class="field">
          <label for={`${id}-language`}>{textIn(language, movement).team.languageLabel}</label>
          <select id={`${id}-language`} name="language">
            {movement.languages.map((one) => (
              <option value={one} selected={one === typed.language}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}

type InputProps = Pick<FieldsProps, 'id' | 'typed'> & { language: DeskContext['var']['language']; movement: OwnWords }

function NamedInput({ id, name, typed, language, movement }: InputProps & { name: 'name' | 'email' }) {
  return (
    <FieldInput
      field={inviteeFields[name]}
      name={`${id}-${name}`}
      text={typed.texts[name]}
      language={language}
      movement={movement}
      problem={typed.problems[name]}
    />
  )
}

function RoleRadios({ id, typed, language, movement }: InputProps) {
  const text = textIn(language, movement).team
  const isWrong = typed.problems.role !== undefined
  return (
    <div class={isWrong ? 'field wrong' : 'field'}>
      <fieldset aria-describedby={isWrong ? `${id}-role-error` : undefined}>
        <legend>{text.roleLabel}</legend>
        {isWrong && (
          <p class="error" id={`${id}-role-error`}>
            {text.mayOnly}
          </p>
        )}
        {roles.map((role, index) => (
          <label class="pick" for={index === 0 ? `${id}-role` : `${id}-role-${role}`}>
            <input
              type="radio"
              id={index === 0 ? `${id}-role` : `${id}-role-${role}`}
              name="role"
              value={role}
              checked={role === typed.role}
            />
            {capital(text.role[role])}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

function RegionBoxes({ id, typed, regions, language, movement }: InputProps & { regions: readonly string[] }) {
  const text = textIn(language, movement).team
  const isWrong = typed.problems.regions !== undefined
  return (
    <details open={typed.regions.length > 0 || isWrong || undefined}>
      <summary>{text.regionsLabel}</summary>
      <fieldset class={isWrong ? 'wrong' : undefined} aria-describedby={`${id}-regions-hint`}>
        <legend class="hidden">{text.regionsLabel}</legend>
        <p class="hint" id={`${id}-regions-hint`}>
          {isWrong ? text.regionsUnknown : text.regionsHint}
        </p>
        {regions.map((region, index) => (
          <label class="pick" for={index === 0 ? `${id}-regions` : `${id}-region-${index}`}>
            <input
              type="checkbox"
              id={index === 0 ? `${id}-regions` : `${id}-region-${index}`}
              name="region"
              value={region}
              checked={typed.regions.includes(region)}
            />
            {region}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
