import { lawIn } from '../data-law.ts'

/** What a movement declares: `sections` are headings with their paragraphs; an array among these is a list. */
export type Paper = { title: string; lead: string; sections: { title: string; body: (string | string[])[] }[] }
type Declarant = { movement: string; address: string; country: string }

const authorities: Readonly<Record<string, string>> = {
  FR: 'de la CNIL (cnil.fr)',
  BE: 'de l’Autorité de protection des données (autoriteprotectiondonnees.be)',
  CH: 'du Préposé fédéral à la protection des données (edoeb.admin.ch)',
  GB: 'de l’ICO (ico.org.uk)',
  LU: 'de la CNPD (cnpd.public.lu)',
}
const laws = {
  gdpr: ' (RGPD, articles 6.1 f et, où le groupe dit quelque chose de vos opinions, 9.2 d)',
  uk_gdpr: ' (RGPD du Royaume-Uni, articles 6.1 f et, où le groupe dit quelque chose de vos opinions, 9.2 d)',
  swiss: ' (loi fédérale sur la protection des données, article 31)',
}
const defenders: Readonly<Record<string, string>> = {
  FR: 'au Défenseur des droits (defenseurdesdroits.fr, téléphone 09 69 39 00 00), ou à l’organisme semblable de votre pays',
  BE: 'à Unia (unia.be), ou à l’organisme semblable de votre pays',
  GB: 'à l’Equality Advisory and Support Service (equalityadvisoryservice.com), ou à l’organisme semblable de votre pays',
}

/** The pages that every page leads to from its foot. */
export const papers = {
  accessibility: ({ movement, address, country }: Declarant): Paper => ({
    title: 'Accessibilité',
    lead: `${movement} veut que chaque référent·e puisse mettre à jour son groupe, avec tout téléphone, tout ordinateur et toute aide technique.`,
    sections: [
      {
        title: 'État de conformité',
        body: [
          `Le formulaire des référent·es est partiellement conforme ${country === 'FR' ? 'au RGAA 4.1 (Référentiel général d’amélioration de l’accessibilité) et ' : ''}aux WCAG 2.2, niveau AA. Nous disons « partiellement » parce que personne d’extérieur ne l’a encore audité : nous ne connaissons pas d’obstacle, mais il peut en rester.`,
        ],
      },
      {
        title: 'Ce que nous vérifions',
        body: [
          'Chaque version est essayée par des programmes, dans un vrai navigateur, sur chaque état de chaque page :',
          [
            'les règles d’axe-core pour les WCAG 2.2 AA, en clair et en sombre ;',
            'tout le parcours au clavier, et sans aucun script ;',
            'à 320 pixels de large, avec un texte deux fois plus grand, et avec un texte espacé ;',
            'avec les couleurs forcées du système, et sans aucune animation.',
          ],
          'Un programme ne voit pas tout : il ne dit pas si une phrase se comprend. En novembre 2026, ces pages et le mail mensuel ont été écoutés avec un lecteur d’écran (Orca 43 et Firefox) : la fiche, une erreur, deux corrections en même temps, la confirmation, une invitation, un départ, une pause, le lien de quelqu’un d’autre. Nos relectures par des personnes qui se servent d’un lecteur d’écran ne sont pas encore régulières.',
        ],
      },
      {
        title: 'Limites connues',
        body: [
          'Les dates s’écrivent au clavier, sans calendrier à dérouler : toutes les façons usuelles d’écrire une date conviennent. La liste des communes proposées pendant la frappe dépend du navigateur ; on peut toujours écrire la commune en entier.',
        ],
      },
      {
        title: 'Un obstacle ? Dites-le-nous',
        body: [
          `Écrivez à ${address}. Nous répondons, nous corrigeons, et en attendant nous faisons la mise à jour avec vous, par mail ou par téléphone.`,
          `Si nous ne répondons pas, vous pouvez écrire ${defenders[country] ?? 'à l’organisme de votre pays qui défend les droits des personnes handicapées'}.`,
        ],
      },
    ],
  }),
  privacy: ({ movement, address, country }: Declarant): Paper => ({
    title: 'Vos données',
    lead: `Ce que nous savons de vous vous regarde. ${movement} garde donc peu de choses, en montre moins encore, et sait oublier.`,
    sections: [
      {
        title: 'Qui est responsable',
        body: [`${movement}. Pour toute question sur vos données : ${address}.`],
      },
      {
        title: 'Ce que nous gardons, et pourquoi',
        body: [
          [
            'Votre nom, votre adresse mail, et votre téléphone si vous l’avez donné : pour écrire à votre groupe, et l’appeler quand il ne répond plus.',
            'Les groupes dont vous êtes référent·e, votre rôle, depuis quand ; les listes de diffusion où vous êtes.',
            'Les mails que nous vous avons envoyés, et s’ils sont arrivés. Ni s’ils ont été ouverts, ni où vous avez cliqué.',
            'Ce que vous avez corrigé dans la fiche du groupe, pour que le groupe puisse revenir en arrière.',
            'Ce que vous avez accepté de rendre public, avec les mots et la date.',
          ],
          'Quelqu’un de votre groupe a pu nous donner votre nom et votre adresse : notre premier mail vous dit qui, et vous demande si c’est juste.',
          `Nous le faisons dans l’intérêt légitime du mouvement, pour ses membres et les personnes en contact régulier avec lui${lawIn(country, laws)}. Ce qui devient public ne le devient que par votre accord.`,
        ],
      },
      {
        title: 'Qui le voit',
        body: [
          'Les autres référent·es de votre groupe, et l’équipe qui anime le réseau. Le public : seulement ce que vous avez coché. Personne d’autre : rien n’est vendu, prêté, ni envoyé à un outil de mesure.',
        ],
      },
      {
        title: 'Combien de temps',
        body: [
          'Tant que vous êtes référent·e, puis jusqu’à ce que vous demandiez l’effacement. Les liens de nos mails s’arrêtent après quelques semaines.',
        ],
      },
      {
        title: 'Cookies et mesure',
        body: [
          'Un seul cookie, et seulement si vous changez de langue sans être connu·e de nous : il retient la langue. Votre navigateur garde aussi pour vous, pendant sept jours, ce que vous avez commencé à écrire sans l’enregistrer ; cela ne nous est pas envoyé. Aucune mesure d’audience, aucune ressource d’un autre site.',
        ],
      },
      {
        title: 'Vos droits',
        body: [
          'Ouvrez le lien d’un de nos mails, puis « Mes données » : vous y voyez tout, vous le téléchargez, vous choisissez ce qui est public, vous effacez tout. Vous pouvez aussi nous écrire pour vous opposer, corriger ou limiter.',
          `Si notre réponse ne vous va pas, vous pouvez vous plaindre auprès ${authorities[country] ?? 'de l’autorité de protection des données de votre pays'}.`,
        ],
      },
    ],
  }),
}
