import type { Text } from '#shared/text/fr.ts'

type Page = { path: string; name: (text: Text['dashboard']) => string }

/** What the menu leads to. */
export const pages: readonly Page[] = [{ path: '/dashboard', name: (text) => text.today }]
