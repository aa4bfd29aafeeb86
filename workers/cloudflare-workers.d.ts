declare module 'cloudflare:workers' {
  import type { ExecutionContext } from '@cloudflare/workers-types'

  /** What the worker was given, for what is made before its first request. */
  export const env: Readonly<Record<string, unknown>>

  /** What a worker offers to other workers of the same account. */
  export abstract class WorkerEntrypoint<Env> {
    constructor(context: ExecutionContext, env: Env)
    protected ctx: ExecutionContext
    protected env: Env
  }
}

declare module 'cloudflare:sockets' {
  import type { Socket, SocketAddress, SocketOptions } from '@cloudflare/workers-types'

  /** A connection by TCP. What goes wrong is told by what is read from it, or written to it. */
  export function connect(address: SocketAddress, options?: SocketOptions): Socket
}
