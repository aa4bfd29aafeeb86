import { lookOn } from '#hosts/node/second-thread-program.ts'
import { createWorkers } from '#hosts/node/workers.ts'
import { supervise } from './supervise.ts'

/** All that a server runs, in one file: it is compiled once for every way in which a part of it is started. */
export const server = { supervise, lookOn, createWorkers }
