import type { Invitee } from '#shared/db/team-invitations.ts'
import { type Role, roleOf, roles } from '#shared/domain/role.ts'
import type { Coordinator } from '#shared/movement.ts'
import { inviteeFields } from '#shared/record/coordinator.ts'
import { readField } from '#shared/record/field.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { isLanguage } from '#shared/text/language.ts'
import type { PostedDeskForm } from '../desk-form.tsx'

type Name = keyof typeof inviteeFields
/** What was typed of somebody of the team, and what is wrong with it. */
export type TypedCoordinator = {
  texts: Record<Name, string>
  role: Role | null
  regions: readonly string[]
  language: string
  problems: Partial<Record<Name | 'role' | 'regions', FieldProblem>>
}

export const blankCoordinator: TypedCoordinator = {
  texts: { name: '', email: '' },
  role: null,
  regions: [],
  language: '',
  problems: {},
}

/** What is kept of somebody of the team, as a form shows it; `usual` is the language that goes without saying. */
export function keptCoordinator(coordinator: Coordinator, usual: string | undefined): TypedCoordinator {
  return {
    texts: { name: coordinator.name, email: coordinator.email },
    role: roleOf(coordinator),
    regions: coordinator.regions ?? [],
    language: coordinator.language ?? usual ?? '',
    problems: {},
  }
}

/** `id`: what the names of the form's inputs begin with. `known`: the regions that there are to choose from. `email`: of somebody whose address is known. */
export function readTypedCoordinator(
  form: PostedDeskForm,
  { id, known, email }: { id: string; known: readonly string[]; email: string | null },
): { typed: TypedCoordinator; values: Invitee | null } {
  const texts = { name: form.get(`${id}-name`) ?? '', email: email ?? form.get(`${id}-email`) ?? '' }
  const name = readField(inviteeFields.name, texts.name)
  const address = readField(inviteeFields.email, texts.email)
  const role = roles.find((one) => one === form.get('role')) ?? null
  const regions = form.getAll('region').slice(0, known.length + 1)
  const language = form.get('language') ?? ''
  const problems: TypedCoordinator['problems'] = {
    ...(name.problem ? { name: name.problem } : {}),
    ...(address.problem ? { email: address.problem } : {}),
    ...(role ? {} : { role: { code: 'required' } }),
    ...(regions.every((region) => known.includes(region)) ? {} : { regions: { code: 'choice_unknown' } }),
  }
  const typed = { texts, role, regions, language, problems }
  if (name.problem || address.problem || !role || problems.regions) return { typed, values: null }
  const values = {
    name: name.value,
    email: address.value,
    role,
    regions: regions.length > 0 ? regions : null,
    language: isLanguage(language) ? language : null,
  }
  return { typed, values }
}
