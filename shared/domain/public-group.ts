import type { GroupValues } from '#shared/fields/group.ts'

/** What a person may agree to have shown to everybody. */
export const consentFields = ['name', 'email', 'phone'] as const
export type ConsentField = (typeof consentFields)[number]

/** Somebody as the public may see them: what they did not agree to is null. */
export type PublicPerson = { [Field in ConsentField]: string | null }

/** A group as the public may see it. */
export type PublicGroup = { uid: string; values: GroupValues; people: PublicPerson[] }
