/** Where a sentence is said, and when: for whoever reads it on no page. */
export type Occasion = Readonly<Record<'fr' | 'en', string>>

/** The place whose path is the longest beginning of this one; null where none is known. */
export function occasionOf(path: string): Occasion | null {
  const known = Object.keys(occasions).filter((start) => path.startsWith(start))
  const [nearest] = known.sort((a, b) => b.length - a.length)
  return nearest === undefined ? null : (occasions[nearest] ?? null)
}

const is = (fr: string, en: string): Occasion => ({ fr, en })

/** By beginnings of paths: a part of the texts has one, and what is rare in it has its own. */
const occasions: Readonly<Record<string, Occasion>> = {
  'text.papers.': is('Pages « Vos données » et « Accessibilité »', 'Pages “Your data” and “Accessibility”'),
  'text.fieldProblem': is('Sous ce qui est à corriger, sur toute page', 'Below what is to be corrected, on any page'),
  'text.month.': is(
    'Page du groupe : le mot et la question du mois, quand l’équipe en a écrit',
    'Page of the group: the word and the question of the month, when the team has written one',
  ),
  'text.page.': is('Haut et bas de chaque page', 'Head and foot of every page'),
  'text.page.somebody': is(
    'À la place d’un nom : la personne n’est plus connue',
    'In the place of a name: the person is not known any more',
  ),
  'text.word.': is('Page « Un mot à l’équipe »', 'Page “A note to the team”'),
  'text.find.': is('Page publique « Trouver un groupe »', 'Public page “Find a group”'),
  'text.find.nearest': is('« Trouver un groupe », après une recherche', '“Find a group”, after a search'),
  'text.find.named': is(
    '« Trouver un groupe », après la recherche d’un nom',
    '“Find a group”, after a search for a name',
  ),
  'text.find.nothing': is('« Trouver un groupe » : rien n’a été trouvé', '“Find a group”: nothing was found'),
  'text.find.none': is('« Trouver un groupe », sans aucun groupe public', '“Find a group”, without any public group'),
  'text.find.unknown': is('Page d’un groupe qui n’est plus montré', 'Page of a group that is no longer shown'),
  'text.find.state.': is('Page d’un groupe en création ou en pause', 'Page of a group that is starting or paused'),
  'text.find.form.fault': is(
    'Message à un groupe : il y a à corriger',
    'Message to a group: something is to be corrected',
  ),
  'text.find.form.busy': is(
    'Message à un groupe, quand trop de messages arrivent',
    'Message to a group, when too many messages come in',
  ),
  'text.find.gone': is('Lien expiré d’un message à un groupe', 'Expired link of a message to a group'),
  'text.join.': is('Page publique « Inscrire un groupe »', 'Public page “Register a group”'),
  'text.join.form.fault': is(
    '« Inscrire un groupe » : il y a à corriger',
    '“Register a group”: something is to be corrected',
  ),
  'text.join.form.busy': is(
    '« Inscrire un groupe », quand trop de demandes arrivent',
    '“Register a group”, when too many requests come in',
  ),
  'text.join.gone': is('Lien expiré d’une inscription', 'Expired link of a registration'),
  'text.passed.': is(
    'Fiche ouverte par un lien que l’équipe transmet par message',
    'Record opened by a link that the team passes on by message',
  ),
  'text.passed.desk.message': is(
    'Le message que l’équipe copie, avec ce lien',
    'The message that the team copies, with this link',
  ),
  'text.signUp.': is('Page publique d’une liste de diffusion', 'Public page of a mailing list'),
  'text.signUp.fault': is('Liste de diffusion : il y a à corriger', 'Mailing list: something is to be corrected'),
  'text.signUp.gone': is('Lien expiré d’une liste de diffusion', 'Expired link of a mailing list'),
  'text.form.': is('Fiche du groupe et ses pages de correction', 'Record of the group, and the pages that correct it'),
  'text.form.choose': is('Liste des groupes, pour qui en a plusieurs', 'List of groups, for who has several'),
  'text.form.noGroup': is(
    'Lien de qui n’est plus référent·e d’aucun groupe',
    'Link of who is a referent of no group any more',
  ),
  'text.form.otherGroups': is('Fiche, pour qui a plusieurs groupes', 'Record, for who has several groups'),
  'text.form.nextGroup': is(
    'Après une réponse, pour qui a plusieurs groupes',
    'After an answer, for who has several groups',
  ),
  'text.form.groupAnswered': is('Liste des groupes : celui-ci a répondu', 'List of groups: this one has answered'),
  'text.form.languageKept': is('Après le choix d’une autre langue', 'After choosing another language'),
  'text.form.asked': is('Après l’envoi d’une nouvelle adresse mail', 'After a new email address was sent'),
  'text.form.notSaid': is(
    'Choix vide d’une question facultative',
    'Empty choice of a question that may stay unanswered',
  ),
  'text.form.showEverybody': is(
    'Question du mouvement que le groupe peut rendre publique',
    'Question of the movement that the group may make public',
  ),
  'text.form.moreRows': is('Section de beaucoup de lignes', 'Section of many rows'),
  'text.form.firstRows': is('Section de beaucoup de lignes', 'Section of many rows'),
  'text.form.olderRows': is('Section de beaucoup de lignes', 'Section of many rows'),
  'text.form.noCampaign': is(
    'Section des campagnes, quand il n’y en a aucune',
    'Section of campaigns, when there is none',
  ),
  'text.form.nobody': is('Référent·es : la dernière personne est retirée', 'Referents: the last person is taken off'),
  'text.form.town': is(
    'Identité : la commune écrite n’est pas dans la liste',
    'Identity: the town that was written is not in the list',
  ),
  'text.form.draft': is(
    'Page de correction quittée sans enregistrer, rouverte',
    'Page of corrections left without saving, opened again',
  ),
  'text.form.doubts': is(
    'Correction qui paraît étrange : on demande si elle est juste',
    'Correction that looks odd: it is asked whether it is right',
  ),
  'text.form.mixed': is(
    'Corrections fausses et corrections étranges ensemble',
    'Wrong corrections and odd ones together',
  ),
  'text.form.keepDoubted': is(
    'Correction qui paraît étrange : on demande si elle est juste',
    'Correction that looks odd: it is asked whether it is right',
  ),
  'text.form.invite': is('Référent·es : quelqu’un vient d’être proposé', 'Referents: somebody has just been suggested'),
  'text.form.wait': is(
    'Référent·es : beaucoup de personnes proposées, l’équipe regarde d’abord',
    'Referents: many people suggested, the team looks first',
  ),
  'text.form.emptied': is('Une ligne a été vidée sans être supprimée', 'A row was emptied and not removed'),
  'text.form.unreached': is(
    'Fiche : l’adresse d’une personne n’existe plus',
    'Record: somebody’s address does not exist any more',
  ),
  'text.form.submitAgain': is(
    'Page ouverte depuis longtemps, ou envoyée très vite',
    'Page that was open for long, or was sent very fast',
  ),
  'text.form.saveAgain': is(
    'Page ouverte depuis longtemps, ou envoyée très vite',
    'Page that was open for long, or was sent very fast',
  ),
  'text.form.oldPage': is('Page ouverte depuis longtemps', 'Page that was open for long'),
  'text.form.foreignRows': is(
    'Une ligne de la page est partie dans un autre groupe',
    'A row of the page has gone to another group',
  ),
  'text.form.hasty': is('Page envoyée plus vite qu’on ne la lit', 'Page sent faster than anybody reads it'),
  'text.form.conflict': is(
    'Deux personnes ont corrigé la même chose en même temps',
    'Two people corrected the same thing at the same time',
  ),
  'text.givenBack.': is(
    'Après une réponse : ce qui se passe autour du groupe',
    'After an answer: what happens around the group',
  ),
  'text.givenBack.keep.columns': is(
    'En-têtes du tableau de la fiche à garder (CSV)',
    'Headings of the sheet of the record to keep (CSV)',
  ),
  'text.givenBack.keep.changes': is(
    'En-têtes du tableau de l’historique à garder (CSV)',
    'Headings of the sheet of the history to keep (CSV)',
  ),
  'text.problem.': is('Page qui dit que quelque chose ne va pas', 'Page that says what went wrong'),
  'text.testMail.link': is(
    'Lien d’un mail que l’équipe s’envoie pour le relire',
    'Link of a mail that the team sends itself to read it',
  ),
  'text.newLink.': is('Page « Recevoir mon lien »', 'Page “Get my link”'),
  'text.signIn.': is('Connexion de l’équipe', 'Sign-in of the team'),
  'text.unsubscribe.': is('Page qui arrête les mails', 'Page that stops mails'),
  'text.history.': is('Historique du groupe', 'History of the group'),
  'text.history.authors': is(
    'Historique : qui a corrigé, sans nom connu',
    'History: who corrected, without a known name',
  ),
  'text.history.forTeam': is('Historique : quelqu’un de l’équipe a corrigé', 'History: somebody of the team corrected'),
  'text.history.byPhone': is(
    'Historique : un·e référent·e a dit au téléphone que tout est juste',
    'History: a referent said on the phone that all is right',
  ),
  'text.history.byPassedLink': is(
    'Historique : corrigé par un lien transmis',
    'History: corrected by a link that was passed on',
  ),
  'text.history.merged': is('Historique : l’équipe a réuni deux groupes', 'History: the team made one of two groups'),
  'text.history.becamePart': is(
    'Historique : l’équipe a réuni deux groupes',
    'History: the team made one of two groups',
  ),
  'text.history.parted': is(
    'Historique : deux groupes réunis ont été séparés',
    'History: two groups that were one are apart again',
  ),
  'text.history.samePerson': is(
    'Historique : l’équipe a réuni deux personnes',
    'History: the team made one of two people',
  ),
  'text.history.twoPeople': is(
    'Historique : deux personnes réunies ont été séparées',
    'History: two people that were one are apart again',
  ),
  'text.history.notices': is('Historique, après « Annuler »', 'History, after “Take this back”'),
  'text.invited.': is('Page de qui est proposé comme référent·e', 'Page of who is suggested as a referent'),
  'text.invited.accepted': is('Page d’une nouvelle adresse, après « oui »', 'Page of a new address, after “yes”'),
  'text.invited.address': is(
    'Page d’une nouvelle adresse : est-ce bien la vôtre ?',
    'Page of a new address: is it yours?',
  ),
  'text.invited.declined': is('Page d’une invitation, après « non »', 'Page of an invitation, after “no”'),
  'text.invited.ended': is('Invitation retirée, ou trop ancienne', 'Invitation taken back, or too old'),
  'text.invited.keep': is(
    'Ancienne adresse : on y demande si le changement est juste',
    'Old address: it is asked whether the change is right',
  ),
  'text.invited.kept': is('Ancienne adresse, après « non, garder »', 'Old address, after “no, keep it”'),
  'text.invited.back': is(
    'Ancienne adresse : reprendre ce qui a été changé',
    'Old address: taking back what was changed',
  ),
  'text.invited.nothing': is('Ancienne adresse, quand rien n’est proposé', 'Old address, when nothing is suggested'),
  'text.invited.asked': is('Après l’envoi d’une nouvelle adresse mail', 'After a new email address was sent'),
  'text.invited.newAddress': is(
    'Référent·es : une nouvelle adresse attend sa réponse',
    'Referents: a new address awaits its answer',
  ),
  'text.membership.': is('Page « Quitter le groupe ou le mettre en pause »', 'Page “Leave the group or pause it”'),
  'text.membership.tooLate': is(
    'Revenir dans un groupe, après trente jours',
    'Coming back to a group, after thirty days',
  ),
  'text.membership.exit.removed': is('Lien de qui a été retiré·e de la liste', 'Link of who was taken off the list'),
  'text.membership.accepted': is('Fiche, après avoir accepté l’invitation', 'Record, after an invitation was accepted'),
  'text.membership.moved': is(
    'Fiche, après avoir confirmé une nouvelle adresse',
    'Record, after a new address was confirmed',
  ),
  'text.membership.unreachable': is(
    'Quitter le groupe : les autres n’ont plus d’adresse valable',
    'Leaving the group: the others have no address that works',
  ),
  'text.me.': is('Page « Mes données »', 'Page “My data”'),
  'text.me.noPin': is(
    '« Mes données » : la commune du groupe n’est pas connue',
    '“My data”: the town of the group is not known',
  ),
  'text.me.kept.noMail': is(
    '« Mes données » de qui ne reçoit plus nos mails',
    '“My data” of who gets our mails no more',
  ),
  'text.notMe.': is('Page « Ce n’est pas moi »', 'Page “It is not me”'),
  'text.hand.': is('Page qui demande si c’est une personne qui appuie', 'Page that asks whether a person is pressing'),
  'mails.every.': is('Tous les mails', 'Every mail'),
  'mails.every.helloNobody': is('Mail à une adresse sans nom', 'Mail to an address without a name'),
  'mails.every.quoted': is(
    'Nom écrit par quelqu’un d’inconnu, cité dans un mail',
    'Name written by somebody unknown, quoted in a mail',
  ),
  'mails.every.others': is('Fin d’une énumération trop longue', 'End of an enumeration that is too long'),
  'mails.every.ofMovement': is(
    'Objet d’un mail, devant le nom du mouvement',
    'Subject of a mail, behind the movement’s name',
  ),
  'mails.every.trial': is('Objet d’un mail envoyé à l’essai', 'Subject of a mail that is sent as a trial'),
  'mails.every.test': is('Objet d’un mail que l’équipe s’envoie', 'Subject of a mail that the team sends itself'),
  'mails.welcome.choice': is(
    'Invitation en texte seul, avant les deux liens',
    'Invitation as text alone, before its two links',
  ),
  'labels.': is(
    'Mots des fiches : questions, réponses, lignes, en-têtes de tableaux, chiffres',
    'Words of records: questions, answers, rows, headings of sheets, figures',
  ),
}
