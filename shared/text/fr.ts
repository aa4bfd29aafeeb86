import { commonPhones, type FieldProblem } from './field-problem.ts'
import { addresses } from './fr/addresses.ts'
import { bulk } from './fr/bulk.ts'
import { calls } from './fr/calls.ts'
import { chat } from './fr/chat.ts'
import { plural } from './fr/count.ts'
import { dashboard } from './fr/dashboard.ts'
import { desk } from './fr/desk.ts'
import { factor } from './fr/factor.ts'
import { feeds } from './fr/feeds.ts'
import { find } from './fr/find.ts'
import { form } from './fr/form.ts'
import { givenBack } from './fr/given-back.ts'
import { groupTable } from './fr/group-table.ts'
import { history } from './fr/history.ts'
import { invited } from './fr/invited.ts'
import { join } from './fr/join.ts'
import { keys } from './fr/keys.ts'
import { hand, newLink, notMe, signIn, unsubscribe } from './fr/links.ts'
import { me } from './fr/me.ts'
import { merge } from './fr/merge.ts'
import { month } from './fr/month.ts'
import { notes } from './fr/notes.ts'
import { papers } from './fr/papers.ts'
import { membership } from './fr/part-ways.ts'
import { passed } from './fr/passed.ts'
import { problem } from './fr/problem.ts'
import { settings } from './fr/settings.ts'
import { sheet } from './fr/sheet.ts'
import { sheets } from './fr/sheets.ts'
import { signUp } from './fr/sign-up.ts'
import { start } from './fr/start.ts'
import { team } from './fr/team.ts'
import { testMail } from './fr/test-mail.ts'
import { unreached } from './fr/unreached.ts'

/** Every word a person reads that is not a field's own label, in French. A key that another language lacks does not compile. */
export const fr = {
  dashboard,
  desk,
  calls,
  month,
  notes,
  papers,
  settings,
  sheet,
  sheets,
  groupTable,
  /** What was wrong with a value, after its field's label. */
  fieldProblem: (problem: FieldProblem): string => {
    const { examples = [] } = problem
    const [phone = '', foreign = ''] = examples.length > 1 ? examples : commonPhones
    switch (problem.code) {
      case 'as_said':
        return problem.said?.fr ?? ''
      case 'required':
        return 'à remplir'
      case 'too_long':
        return `trop long, ${plural(problem.limit ?? 0, 'caractère', 'caractères')} au plus`
      case 'email_invalid':
        return 'écrivez une seule adresse, en entier, sans espace, accent ni virgule. Exemple : camille@exemple.org'
      case 'phone_invalid':
        return `écrivez un seul numéro, en entier, sans autre mot. Exemple : ${phone}, ou ${foreign} pour un autre pays`
      case 'url_invalid':
        return 'nous ne reconnaissons pas cette adresse de site. Exemple : https://exemple.org'
      case 'url_not_https':
        return 'elle doit commencer par https://, pour que personne ne lise en chemin'
      case 'url_private':
        return 'cette adresse mène à la machine de Relance ou à son réseau. La personne qui administre Relance peut le permettre (WEBHOOKS_PRIVATE)'
      case 'postcode_invalid':
        return examples[0] ? `ce n’est pas un code postal. Exemple : ${examples[0]}` : 'ce n’est pas un code postal'
      case 'day_unreadable':
        return 'nous n’avons pas compris cette date. Exemple : 27/03/2026'
      case 'day_impossible':
        return problem.suggestion
          ? `écrivez le jour avant le mois : ${problem.suggestion}`
          : 'cette date n’existe pas dans le calendrier. Exemple : 27/03/2026'
      case 'day_needs_year':
        return 'ajoutez l’année, pour que nous puissions vérifier. Exemple : 3 mai 2026'
      case 'day_needs_day':
        return 'ajoutez le jour, même à peu près. Exemple : 3 mai 2026'
      case 'day_needs_month':
        return 'ajoutez au moins le mois. Exemple : mars 2019'
      case 'day_has_time':
        return `écrivez le jour seul, sans l’heure : ${problem.suggestion ?? ''}`
      case 'day_several':
        return 'écrivez un seul jour, le premier. Exemple : 3 mai 2026'
      case 'left_empty':
        return 'laissez vide si vous ne savez pas, ou s’il n’y en a pas'
      case 'day_other_weekday':
        return `c’est un autre jour de la semaine : ${problem.said?.fr ?? ''}. Est-ce bien ce jour ?`
      case 'day_order':
        return `nous lisons le jour d’abord : ${problem.said?.fr ?? ''}. Est-ce bien ce jour ?`
      case 'day_far':
        return `cette année est-elle juste${problem.said ? ` : ${problem.said.fr}` : ''} ?`
      case 'day_to_come':
        return `cette date est encore à venir : ${problem.said?.fr ?? ''}. Est-ce bien elle ?`
      case 'number_large':
        return `est-ce bien ${problem.said?.fr ?? ''} ?`
      case 'number_grown':
        return `est-ce bien ${problem.said?.fr ?? ''} ? C’était ${problem.before?.fr ?? ''} avant`
      case 'postcode_nowhere':
        return `aucune commune n’a le code ${problem.said?.fr ?? ''}. Est-ce bien lui ?`
      case 'phone_odd':
        return `${problem.said?.fr ?? ''} ne ressemble pas à un vrai numéro. Est-ce bien lui ?`
      case 'email_slip':
        return `est-ce bien ${problem.said?.fr ?? ''}, ou plutôt ${problem.suggestion ?? ''} ?`
      case 'town_unknown':
        return `nous ne connaissons pas « ${problem.said?.fr ?? ''} ». Est-ce plutôt ${problem.suggestion ?? ''} ?`
      case 'ending_unknown':
        return `nous ne connaissons pas d’adresse qui finit par « ${problem.suggestion ?? ''} ». Est-ce bien cela ?`
      case 'day_past':
        return 'ce jour est passé'
      case 'day_future':
        return 'ce jour n’est pas encore venu'
      case 'number_unreadable':
        return problem.suggestion
          ? `écrivez un seul nombre, en chiffres, même à peu près. Par exemple ${problem.suggestion}`
          : 'écrivez un nombre, en chiffres. Exemple : 30'
      case 'options_few':
        return 'écrivez au moins deux réponses, une par ligne, et douze au plus'
      case 'options_differ':
        return 'écrivez autant de réponses que dans l’autre langue, dans le même ordre'
      case 'number_too_large':
        return `ce nombre est trop grand, ${(problem.limit ?? 0).toLocaleString('fr')} au plus`
      case 'choice_unknown':
        return `choisissez une de ces réponses : ${(problem.options ?? []).map(({ fr }) => fr).join(', ')}`
      case 'yes_no_unreadable':
        return 'répondez par oui ou par non'
      case 'duplicate':
        return 'déjà écrit à un autre endroit de cette page'
      case 'name_taken':
        return 'un autre groupe du même endroit porte déjà ce nom'
      case 'elsewhere':
        return 'ce n’est pas dans vos régions, ou nous ne savons pas où c’est'
      case 'name_misleading':
        return 'écrivez sans adresse (site, mail, téléphone) ni consigne comme « cliquez ici », car nos mails le reprennent'
      case 'emptied':
        return 'tout est vide, cochez la case pour enlever cette ligne'
      case 'many_at_once':
        return `c’est plus de ${(problem.limit ?? 0).toLocaleString('fr')} nouvelles lignes en une fois. Copiez les dernières ailleurs, videz-les ici et enregistrez, puis ajoutez-les`
      case 'many_in_day':
        return `c’est plus de ${(problem.limit ?? 0).toLocaleString('fr')} nouvelles lignes de votre part en un jour. Copiez les dernières ailleurs et ajoutez-les demain, ou écrivez-nous : nous pouvons reprendre toute une feuille de calcul`
      case 'list_full':
        return `cette liste contient ${(problem.limit ?? 0).toLocaleString('fr')} lignes au plus. Enlevez ce qui ne sert plus, ou écrivez-nous`
      case 'much_in_day':
        return 'c’est beaucoup de texte pour un seul jour. Copiez-le ailleurs et continuez demain, ou écrivez-nous'
      case 'many_notes':
        return `vous nous avez écrit ${(problem.limit ?? 0).toLocaleString('fr')} fois aujourd’hui. Gardez ce texte pour demain, ou répondez à un de nos mails`
    }
  },
  /** On every page. */
  page: {
    language: 'Langue',
    skip: 'Aller au contenu',
    writtenBy: (team: string) => `Page tenue par ${team}.`,
    ask: 'Nous écrire',
    privacy: 'Vos données',
    accessibility: 'Accessibilité',
    somebody: 'quelqu’un',
    byLinkOf: (coordinator: string) => `quelqu’un (lien transmis par ${coordinator})`,
  },
  /** A word to the team. */
  word: {
    see: 'Un mot à l’équipe',
    title: 'Un mot à l’équipe',
    lead: 'Une question, une idée, une difficulté ou un problème : l’équipe qui anime le réseau le lira.',
    send: 'Envoyer',
    sent: { title: 'Merci, c’est envoyé', body: 'L’équipe le lira. Si elle vous répond, ce sera par mail.' },
    mistake: 'Signaler une erreur à l’équipe',
  },

  chat,
  factor,
  find,
  feeds,
  join,
  passed,
  keys,
  signUp,
  start,
  team,
  form,
  givenBack,
  problem,
  newLink,
  testMail,
  unreached,
  addresses,
  bulk,
  signIn,
  unsubscribe,
  history,
  merge,
  invited,
  membership,
  me,
  notMe,
  hand,
}

/** The shape that every other language fills. */
export type Text = typeof fr
