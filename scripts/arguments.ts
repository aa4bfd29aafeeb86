import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Stop } from './run.ts'

/** What a command was told. @throws Stop with its usage when it is told something that it does not know. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) throw new Stop(usage)
    throw error
  }
}
