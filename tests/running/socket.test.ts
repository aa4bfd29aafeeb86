import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { openSocket } from '#scripts/local/socket.ts'

test('who comes before the workers listen is sent away at once, not left waiting', async () => {
  const socket = await openSocket('127.0.0.1', 0)
  const early = connect(socket.port, '127.0.0.1')
  const code = await new Promise((resolve) => {
    early.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    early.on('end', () => resolve('end'))
  })
  expect(code).toBe('ECONNRESET')
  socket.close()
})
