import { execFile } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { root } from '#scripts/local/paths.ts'
import { folderOf } from '#tests/support/importing.ts'

type Ending = { code: number; out: string; err: string }

/** `npm run import -- …`, as somebody types it in a folder with these files. */
async function typed(args: readonly string[], files: Record<string, string> = {}): Promise<Ending> {
  const folder = await folderOf(files)
  const env = { ...process.env, LC_ALL: 'fr_FR.UTF-8', INIT_CWD: folder.path(''), DATA: folder.path('data') }
  const ending = await new Promise<Ending>((resolve) => {
    const program = ['--conditions=sample', 'scripts/import.ts', ...args]
    execFile(process.execPath, program, { cwd: root, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
  await folder.remove()
  return ending
}

describe('npm run import', () => {
  test('shows what would change and what to type to have it done, then does it', async () => {
    const files = { 'mes groupes.csv': 'Nom du groupe;Ville\nArchipel Pau;Pau\n' }
    const preview = await typed(['mes groupes.csv'], files)
    // A server that another test started in this checkout keeps its data elsewhere
    expect(preview).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^(Travail dans .* Le serveur a tourné .*\n)?$/),
    })
    expect(preview.out).toMatch(/1 nouveau · 0 modifié · 0 inchangé/)
    expect(preview.out.trimEnd()).toMatch(/Rien n’a été écrit.*\n\n {2}npm run import -- 'mes groupes\.csv' --apply$/)
    const applied = await typed(['mes groupes.csv', '--apply', '--language', 'en'], files)
    expect(applied.out).toContain('Written: 1 new group.')
  })

  test('with one bad file among good ones says so in words, and writes nothing', async () => {
    const ending = await typed(['a.csv', 'b.csv', '--apply'], {
      'a.csv': 'Nom du groupe;Ville\nPau;Pau\n',
      'b.csv': '',
    })
    expect(ending).toMatchObject({ code: 1, out: '' })
    expect(ending.err).toMatch(/b\.csv\n +ce fichier est vide\.\n\nRien n’a été lu ni écrit\./)
  })

  test('with an option that there is none of says which there are', async () => {
    const ending = await typed(['--aply', 'a.csv'])
    expect(ending).toMatchObject({ code: 1, out: '' })
    expect(ending.err).toMatch(/Cette commande ne connaît pas «\s--aply\s»\. Elle connaît\s: --apply, /)
    expect(ending.err).toContain('--apply')
  })

  test('with a meaning for a column that no sheet has says so, and reads nothing', async () => {
    const files = { 'a.csv': 'Groupe;Ville;Actif ?\nPau;Pau;fermé fin 2024\n' }
    const ending = await typed(
      ['a.csv', '--means', 'Statut = fermé fin 2024 = fermé', '--means', 'actif ? = oui = actif'],
      files,
    )
    expect(ending).toMatchObject({ code: 1, out: '' })
    expect(ending.err).toMatch(/--means ne trouve aucune colonne\s: Statut\. Écrivez le titre/)
    expect((await typed(['a.csv', '--means', 'Actif ? = fermé fin 2024 = fermé'], files)).code).toBe(0)
  })

  test('tells every heading that it knows', async () => {
    const { out } = await typed(['--columns'])
    expect(out).toMatch(/groupes\n {2}\* Nom du groupe/)
    expect(out).toContain('Tél réf 1')
  })
})
