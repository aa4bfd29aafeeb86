import * as z from 'zod'
import type { Sections } from '#shared/record/sections.ts'
import { resourcesOf } from './api-answers.ts'
import { apiSchema } from './schemas.ts'

/** OpenAPI 3.1 of what programs may read. */
export function openApi(publicUrl: string, sections: Sections): object {
  const resources = resourcesOf(sections)
  const parameter = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema })
  const parameters = [
    parameter('cursor', 'The `next` of the page before', { type: 'string', pattern: '^\\d{1,15}$' }),
    parameter('limit', 'Rows of a page', { type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
    parameter('group', 'Of this group only, by its id', { type: 'string', maxLength: 100 }),
    parameter('region', 'Of this region only', { type: 'string', maxLength: 100 }),
    parameter('since', 'Of groups whose record was written since then; answers given since then', {
      type: 'string',
      format: 'date-time',
    }),
  ]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Relance',
      version: '1',
      description: 'Reads a movement’s network of groups. Its team gives keys; people need one for api/people.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ key: [] }],
    paths: Object.fromEntries(
      resources.map((name) => [
        `/${name}`,
        {
          get: {
            operationId: `list_${name}`,
            summary: `Lists ${name}, in the order in which they came`,
            parameters,
            responses: {
              200: {
                description: 'A page',
                content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}_page` } } },
              },
              400: { description: 'A parameter is not as it should be' },
              401: { description: 'A key is needed' },
              403: { description: 'The key is for something else' },
            },
          },
        },
      ]),
    ),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(
        resources.flatMap((name) => [
          [name, rowSchema(name, sections)],
          [`${name}_page`, pageSchema(name)],
        ]),
      ),
    },
  }
}

function rowSchema(name: string, sections: Sections): object {
  const { $schema: _, ...schema } = z.toJSONSchema(apiSchema(name, sections))
  return schema
}

const pageSchema = (name: string) => ({
  type: 'object',
  properties: {
    data: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
    next: { type: ['string', 'null'], description: 'What `cursor` is for the next page; null on the last one' },
  },
  required: ['data', 'next'],
})
