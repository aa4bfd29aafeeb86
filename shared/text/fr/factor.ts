import { plural } from './count.ts'

/** La validation en deux étapes, à la connexion de l’équipe. */
export const factor = {
  title: 'Validation en deux étapes',
  about:
    'Un code de votre téléphone, en plus du lien reçu par mail. Une personne qui lirait vos mails ne pourrait pas entrer.',
  lead: 'En plus du lien reçu par mail, un code de votre téléphone. Ainsi, qui lirait vos mails n’entre pas.',
  neededLead: 'Votre mouvement la demande pour entrer. Cela prend deux minutes, une seule fois.',
  program:
    'Sur votre téléphone, ouvrez une application de codes. Si vous n’en avez pas : Aegis (Android) ou Mots de passe (iPhone), par exemple.',
  scan: 'Dans cette application, ajoutez un compte et visez ce dessin.',
  picture: 'Dessin à viser avec l’application de codes. Son contenu est aussi écrit dessous, à recopier.',
  orType: 'Ou recopiez cette clé dans l’application :',
  first: 'Écrivez ici le code à six chiffres que l’application montre.',
  code: 'Code',
  setUp: 'Activer',
  codeTitle: 'Le code de votre téléphone',
  codeLead: 'Ouvrez votre application de codes, et écrivez les six chiffres.',
  enter: 'Entrer',
  lost: 'Je n’ai plus ce téléphone',
  lostLead:
    'Écrivez un de vos codes de secours à la place. Si vous ne les avez plus, une personne qui administre Relance peut vous permettre de recommencer, depuis la page de l’équipe.',
  wrong: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant : il change toutes les trente secondes',
  wait: 'Trop d’essais. Attendez un quart d’heure, ou plus si cela s’est répété',
  codesTitle: 'Gardez vos codes de secours',
  codesLead:
    'Si vous perdez votre téléphone, chacun sert une fois. Ils ne seront plus jamais montrés : notez-les, ou imprimez cette page, et rangez-les ailleurs que dans vos mails.',
  kept: 'C’est noté, continuer',
  since: (day: string) => `Activée depuis le ${day}.`,
  recovery: 'Codes de secours',
  left: (n: number) => (n === 0 ? 'Il n’en reste aucun.' : `Il en reste ${plural(n, 'code', 'codes')}.`),
  renew: 'En faire d’autres',
  removeTitle: 'Changer de téléphone',
  removeLead: 'Désactivez, puis activez avec le nouveau téléphone.',
  remove: 'Désactiver',
  on: 'validation en deux étapes activée',
  off: 'sans validation en deux étapes',
  reset: 'Désactiver sa validation en deux étapes',
  resetLead:
    'Pour qui a perdu son téléphone et ses codes de secours. Assurez-vous d’abord que c’est bien cette personne, de vive voix : un mail la prévient, et ses connexions s’arrêtent.',
}
