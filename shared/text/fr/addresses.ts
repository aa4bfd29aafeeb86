import { plural } from './count.ts'

/** Écrire à des groupes depuis sa propre messagerie. */
export const addresses = {
  title: 'Écrire à des groupes',
  lead: 'Choisissez les groupes, puis copiez leurs adresses dans votre messagerie. Relance n’envoie rien d’ici.',
  open: 'Écrire dans ma messagerie',
  link: 'Écrire à ces groupes',
  count: (emails: number, groups: number): string =>
    `${plural(emails, 'adresse', 'adresses')}, ${plural(groups, 'groupe', 'groupes')}`,
  hint: 'Collez-les dans la case « Cci » : personne ne verra l’adresse des autres. Qui ne veut plus de nos mails n’y est pas.',
  without: (n: number): string => `Sans adresse (${n})`,
}
