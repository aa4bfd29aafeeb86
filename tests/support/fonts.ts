import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
// The last one has the arrows, which neither of the others has
const packages = ['roboto', 'noto-serif', 'noto-sans-math'].map((font) => `@expo-google-fonts/${font}`)
const folders = packages.map((name) => dirname(require.resolve(`${name}/package.json`)))

/** The letters of an Android phone, so that a page is as wide on every machine: fontconfig's settings for them, in a file of this folder. */
export async function writeFontSettings(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  const alias = (family: string, font: string) =>
    `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>${font}</string></edit></match>`
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.map((path) => `<dir>${path}</dir>`).join('\n  ')}
  ${['system-ui', 'sans-serif', 'sans'].map((family) => alias(family, 'Roboto')).join('\n  ')}
  ${['serif', 'Georgia'].map((family) => alias(family, 'Noto Serif')).join('\n  ')}
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  )
  return file
}
