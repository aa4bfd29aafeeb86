import { listed, type Phrases } from './phrases.ts'

/** Whoever, or whatever, receives a mail. */
export const mailbox = listed`
  user, userid, mailbox, mail box, mail-box, account, recipient, address, e-mail, email, customer, subscriber, alias, inbox,
  local part, local-part, person., member., login, rcpt., forward-path, mail drop, maildrop, student, employee, homedir, box.,
  mailfolder, destination., destinataire, utilisateur, adresse, boite., compte, empfaenger, empfanger, konto, postfach, benutzer,
  teilnehmer, nutzer, gebruiker, postvak, postbus, ontvanger, adres, usuario, utilizador, buzon, destinatario, direccion, cuenta, casilla, caixa,
  endereco, conta., utente, o/r name, or-name, geadresseerde, casella, indirizzo, dest., adresat, uzytkownik, konta, adresa, uzivatel, *пользовател, *ящик, *адрес,
  *получател, *ユーザ, *宛先, *メールボックス, *アドレス, *受信者, *用户, *收件人, *邮箱, *地址, *수신자, *사용자, mottag, modtag, bruger, bruker, anvandare
`

/** That something is not there, in other languages. */
const isNotThereAbroad = listed`
  inconnu, invalide, n existe, introuvable, inexist, pas ete trouve, pu etre trouve, pas reconnu, non reconnu, pas repertorie,
  non repertorie, pas valide, non valide, existiert nicht, existieren nicht, unbekannt, nicht gefunden, nicht bekannt, nicht finden,
  nicht vorhanden, nicht existent, nicht ermittel, ungultig, ungueltig, gibt es nicht, nicht eingerichtet, nicht aufgefuhrt,
  onbekend, bestaat niet, niet gevonden, niet worden gevonden, niet vinden, niet bekend, ongeldig, niet geldig, desconocid,
  no existe, no encontrad, no se encontr, no se ha encontr, no se pudo encontr, no fue encontr, no valid, no es valid, invalid,
  no reconocid, desconhecid, nao existe, nao encontrad, nao foi encontrad, nao pode ser encontrad, nao foi possivel encontrar,
  nao localizad, nao e valid, sconosciut, non esist, inesistente, non valid, non trovat, non e valid, impossibile trovare,
  non e stato trovat, non e stata trovat, non riconosciut, nie istnieje, nie ma takiego, nieznany, neexistuje, neznam,
  *не существует, *не найден, *неизвест, *нет такого, *недоступ, *存在し, *不明, *見つか, *いません, *未登録, *不存在, *找不到, *无效,
  *존재하지, okand, ukendt, ukjent, finns inte, findes ikke, finnes ikke
`

const isNotThereHere = listed`
  unknown, not exist, doesnt exist, doesn t exist, don t exist, didn t exist, not found, not be found, nt be found,
  couldn t be found, wasn t found, not known, not recognized, not recognised, not a valid, not valid, isn t valid, not a known,
  not listed, not in use, not in directory, not in the directory, nicht vergeben, not defined, not our., not local, not registered, no longer exist, no longer valid, no longer on., no longer in use,
  no longer in service, no longer here, no longer with., no longer active, no longer available, no longer work, no longer employed,
  no longer being used, nonexist, non-exist, non exist, inexist, invalid, is incorrect, no such, undefined, unrouteable, unroutable,
  bad address, bad destination, bad mailbox, bad recipient, illegal user, illegal alias, illegal recipient, misspel, mistyp, typo,
  incorrectly addressed, could not find, couldn t find, cannot find, can t find, unable to find, unable to locate, not locate,
  cannot be found, can not be found, not here, not appear, not have a, doesn t have a, don t have a, does not have an, not resolve,
  ambiguous, deleted, removed, closed, discontinued, terminated, cancelled, canceled, deactivated permanently, not configured,
  does not match, not a user, not a customer, not a member, not in our, not in the, not currently exist, not unique,
  does not like recipient, by that name, by this name, with that name, with this name, unrecognized, unrecognised, has moved,
  has left, no account, no mailbox, no mail box, no user., no recipient, not an active, wrong, possibly incorrect, disattivat, disatttivat,
  cloture, ferme., supprime, erronee, errato
`

export const isNotThere: readonly string[] = [...isNotThereHere, ...isNotThereAbroad]

/** That there is no such mailbox. */
export const mailboxMissing: Phrases = {
  about: mailbox,
  says: isNotThere,
  phrases: listed`
    no one here, no one by th, nobody here, nobody by th, not our customer, nosuchuser, no such user, no such mailbox,
    no such recipient, no such person, no such addressee, no such id, no such local, no such address, no such account, no such email,
    no such name, *recipnotfound, *recipientnotfound, badrecipient, no match found, not listed in public, not listed in domino,
    no matches found, mailbox name not allowed, unrouteable address, unrouteable mail, unroutable address, addressee unknown,
    unknown local, not known here, not known at this, not known to this, unknown to this, unknown to me,
    no forwarding address, does not want mail, moved to unknown, cannot be resolved in our, disabled or discontinued,
    doesn t seem to exist, no local mailbox, not a gmail, have a yahoo, wrong address, unknown user, user unknown,
    usuario desconocido, aucun utilisateur, aucun destinataire, aucun compte, aucune boite, aucune adresse, pas d utilisateur,
    pas de compte a, pas de boite a, kein solche, kein postfach., kein benutzer, kein empfanger., kein konto., keine solche, ningun buzon,
    ningun usuario, ningun destinatario, ninguna cuenta, nessun utente, nessun destinatario, nessuna casella, geen postbus, geen postvak,
    geen gebruiker, geen ontvanger, geen account, nenhum utilizador, nenhum usuario, nenhum destinatario, nenhuma conta, nenhuma caixa
  `,
}

/** That there is no such domain. */
export const domainMissing: Phrases = {
  about: listed`
    host, domain, system, mail server, mx., hostname, server., dominio, domein, hote., nom d hote
  `,
  says: [
    ...isNotThereAbroad,
    ...listed`
    unknown, not found, not be found, couldn t be found, not exist, doesn t exist, invalid, nonexist, non-exist, no such,
    bad destination, illegal, couldn t find, cannot find, can t find, could not find, not recognized, isn t recognized, no mx,
    null mx, misspel, no valid, no mail hosts
  `,
  ],
  phrases: listed`
    nxdomain, nullmx, null mx, name or service not known, all relevant mx records, dns error, domain lookup failed,
    unknown destination
  `,
}

/** That it cannot be looked up, or reached, for now. */
export const passing: Phrases = {
  phrases: listed`
    try again, retry, servfail, temporar, timed out, timeout, time out, lookup failure, please try later, try later, reessay, plus tard,
    temporair, vorubergehend, spater, erneut, tijdelijk, later opnieuw, mas tarde, temporal, piu tardi, temporane, mais tarde, *一時的
  `,
}

/** RFC 5321's own words of 550: servers say them of a mailbox that is not there. */
export const mailboxUnavailable: Phrases = {
  phrases: listed`
    mailbox unavailable, mailbox not available, mailbox is unavailable
  `,
}

/** Without what also stands for a mail, or for somebody. */
const mailboxAlone = mailbox.filter((thing) => !/mail$|^ (?:person|member) $/.test(thing))

/** That it takes nothing, in words that also say that it is not there, or that we may not write to it. */
export const mailboxRefused: Phrases = {
  about: mailboxAlone,
  says: listed`
    unavailable, not available, rejected, refused, not accepted, not accept, undeliverable, unreachable, indisponible, not allowed,
    not permitted, niedostepne, denied, blocked, verify fail, verification fail, verification error, rejete, refuse., refusee, abgelehnt,
    abgewiesen, geweigerd, rechazad, rifiutat, respint, recusad, rejeitad
  `,
}

/** That it is there and takes nothing: for a while, or for ever. */
export const mailboxClosed: Phrases = {
  about: mailboxAlone,
  says: listed`
    disabled, inactive, not active, isn t active, suspended, locked, deactivated, expired, frozen, no longer accept, not accepting,
    on hold, expirado, not enabled, not activated, inaktiv, gesperrt, desactive, suspendu, can not receive, cannot receive,
    inaccessible, unverified, inactif, inactive, archive, deaktiviert, abgelaufen, uitgeschakeld, gedeactiveerd, inactief, desactivad,
    deshabilitad, suspendid, inactiv, desativad, inativ, sospes
  `,
  phrases: listed`previously bounced, history of bouncing`,
}

/** What says that whoever is named is not there: their address by itself, or their name "at" their domain. */
export const recipientMissing: Phrases = {
  phrases: listed`
    @recipient does not exist, @recipient doesn t exist, @recipient doesnt exist, @recipient not found, @recipient was not found,
    @recipient wasn t found, @recipient could not be found, @recipient couldn t be found, @recipient is unknown, @recipient is not a,
    @recipient is not known, @recipient not known, @recipient n existe, @recipient est inconnu, @recipient est introuvable,
    @recipient existiert nicht, @recipient ist unbekannt, @recipient bestaat niet, @recipient is onbekend, @recipient no existe,
    @recipient non esiste, @recipient nao existe, @recipient no such, @recipient unknown user, @recipient user unknown
  `,
  about: listed`@domain`,
  says: listed`
    not found, wasn t found, couldn t be found, not be found, introuvable, pas ete trouve, nicht gefunden, niet gevonden, no se encontr,
    no se ha encontr, no encontrad, non trovat, non e stato trovat, nao foi encontrad, nao encontrad, *見つか
  `,
}

/** That whoever says it only guesses. */
export const guessed: Phrases = {
  phrases: listed`
    may not., may be., may have., might be., might not., might have., possibly, perhaps, could be., peut etre, peut-etre,
    moglicherweise, vielleicht, eventuell, mogelijk, puede que, tal vez, quiza, talvez, forse
  `,
}
