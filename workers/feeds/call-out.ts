import type { Call, CallAnswer } from '#shared/actions/deliver-due.ts'

/** How a host calls other programs. */
export type CallOut = (call: Call, mayBePrivate: boolean) => Promise<CallAnswer>

/** Milliseconds that a program has to answer. */
export const answerWithin = 15_000
