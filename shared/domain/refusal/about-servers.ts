import { listed, type Phrases } from './phrases.ts'

/** What is said of servers, and of the way between them. */
export const serverTrouble: Phrases = {
  phrases: listed`
    timed out, timeout, connection refused, connection was refused, too many hops, loop, no route, network, try again, temporar,
    retry, queue, delivery time expired, expired, could not connect, unable to connect, no answer, not responding, lost connection,
    connection reset, server error, internal error, misconfigur, mail loop, best-preference, hop count, i/o error, local error,
    deliver, configuration, dns, certificate
  `,
}

/** That the way there leads round in circles, or that their server does not answer: that says nothing of the mailbox. */
export const astray: Phrases = {
  phrases: listed`
    mxloopback, in a loop, loops back, mail loop, forwarding loop, best-preference, recipient server, recipient s server,
    recipient mail server, requests to connect, refused to talk, connection refused, connection was refused, connection is refused
  `,
}
