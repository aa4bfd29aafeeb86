declare module 'cloudflare:workers' {
  import type { ExecutionContext } from '@cloudflare/workers-types'

  /** What a worker offers to other workers of the same account. */
  export abstract class WorkerEntrypoint<Env> {
    constructor(context: ExecutionContext, env: Env)
    protected ctx: ExecutionContext
    protected env: Env
  }
}
