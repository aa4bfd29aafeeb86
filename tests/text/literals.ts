import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'

export type Said = { file: string; text: string }

/** The texts of these files: literals without the values in them. */
export function textsIn(folders: readonly string[], isWanted: RegExp): Said[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => file.endsWith('.ts') && isWanted.test(file))
      .flatMap((file) => literalsOf(readFileSync(join(root, file), 'utf8')).map((text) => ({ file, text }))),
  )
}

function literalsOf(code: string): string[] {
  const comments = /\/\*.*?\*\/|^\s*\/\/[^\n]*$|^\s*(import|export)\b[^\n]* from [^\n]*$/gms
  const bare = code.replace(comments, '').replace(/\$\{[^{}]*\}/g, '…')
  return [...bare.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)].map(
    ([, quoted, template]) => (quoted ?? template ?? '').split('${')[0] ?? '',
  )
}
