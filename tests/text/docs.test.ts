import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import packageJson from '../../package.json' with { type: 'json' }

const folders = ['.', 'docs', 'docs/decisions']
const pages = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)
const read = (page: string) => readFileSync(join(root, page), 'utf8')
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, ...said]) => said.join(''))

/** As GitHub names the place of a heading. */
function anchorsOf(page: string): string[] {
  return found(read(page), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}

/** Where a link of a page leads that leads nowhere. */
function deadLinks(page: string): string[] {
  const links = found(read(page), /(?:\]\(|src=")([^)"]+)[)"]/g).filter((link) => !/^(https?|mailto):/.test(link))
  return links.filter((link) => {
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? page : normalize(join(dirname(page), path))
    return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor))
  })
}

describe.each(pages)('%s', (page) => {
  test('has no link, anchor or picture that leads nowhere', () => {
    expect(deadLinks(page)).toEqual([])
  })

  test('names commands that there are', () => {
    const names = found(read(page), /npm run (?:-s )?([a-z][\w:-]*)/g)
    expect(names.filter((name) => !(name in packageJson.scripts))).toEqual([])
  })

  test('names files that there are', () => {
    const rooms = 'bench|docs|hosts|migrations|sample|scripts|shared|tests|workers'
    const paths = found(read(page), new RegExp(`\`((?:${rooms})/[\\w./{},-]+)\``, 'g')).flatMap(spelledOut)
    expect(paths.filter((path) => !path.includes('NNNN') && !existsSync(join(root, path)))).toEqual([])
  })
})

/** `shared/text/{fr,en}/log.ts` is two. */
function spelledOut(path: string): string[] {
  const [, before = '', choices, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? []
  return choices === undefined ? [path] : choices.split(',').map((choice) => `${before}${choice}${after}`)
}
