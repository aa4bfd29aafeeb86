import type { FieldProblem } from '#shared/fields/codecs.ts'

/** « 1 groupe », « 3 groupes » : zéro et un sont au singulier. */
const plural = (n: number, one: string, many: string) => `${n.toLocaleString('fr')} ${n < 2 ? one : many}`

/** Every word a person reads that is not a field's own label, in French. A key that another language lacks does not compile. */
export const fr = {
  /** What was wrong with a value, after its field's label. */
  fieldProblem: (problem: FieldProblem): string => {
    switch (problem.code) {
      case 'required':
        return 'à remplir'
      case 'too_long':
        return `trop long, ${plural(problem.limit ?? 0, 'caractère', 'caractères')} au plus`
      case 'email_invalid':
        return 'cette adresse mail n’est pas complète. Exemple : camille@exemple.org'
      case 'phone_invalid':
        return 'ce numéro n’est pas complet. Exemple : 06 12 34 56 78, ou +32 470 12 34 56 pour un autre pays'
      case 'url_invalid':
        return 'cette adresse de site n’est pas complète. Exemple : https://exemple.org'
      case 'postcode_invalid':
        return 'ce n’est pas un code postal. Exemple : 64000'
      case 'day_unreadable':
        return 'nous n’avons pas compris cette date. Exemple : 27/03/2026'
      case 'day_impossible':
        return 'cette date n’existe pas dans le calendrier. Exemple : 27/03/2026'
      case 'number_unreadable':
        return 'écrivez un nombre, en chiffres. Exemple : 30'
      case 'number_too_large':
        return `ce nombre est trop grand, ${(problem.limit ?? 0).toLocaleString('fr')} au plus`
      case 'choice_unknown':
        return 'choisissez une des réponses proposées'
      case 'yes_no_unreadable':
        return 'répondez par oui ou par non'
      case 'duplicate':
        return 'il y est déjà'
    }
  },
}

/** The shape that every other language fills. */
export type Text = typeof fr
