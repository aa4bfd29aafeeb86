import type { Coordinator } from '#shared/movement.ts'

/** What somebody of the team may do, each with all that comes before it: look, act for groups, decide for the movement. */
export const roles = ['reads', 'acts', 'administers'] as const
export type Role = (typeof roles)[number]

/** Whoever looks after all of the movement administers it, whoever looks after some regions acts there, unless their settings say otherwise. */
export function roleOf({ role, regions }: Pick<Coordinator, 'role' | 'regions'>): Role {
  return role ?? (regions ? 'acts' : 'administers')
}

/** What an act asks for: a role; `everywhere`: and that their regions are all. */
export type Authority = { role: Role; everywhere?: boolean }

export function mayDo(coordinator: Pick<Coordinator, 'role' | 'regions'>, { role, everywhere }: Authority): boolean {
  if (everywhere && coordinator.regions) return false
  return roles.indexOf(roleOf(coordinator)) >= roles.indexOf(role)
}
