import { expect, it } from 'vitest'
import { operations } from './openapi'

it('lists the operations of a document by path and method', () =>
  expect(
    operations({
      paths: {
        '/b': { post: { operationId: 'makeB' } },
        '/a': { post: { summary: 'Makes an A', tags: ['A'] }, get: { description: 'Reads an A' } },
      },
    }).map((one) => `${one.method} ${one.path} ${one.summary}`),
  ).toEqual(['GET /a Reads an A', 'POST /a Makes an A', 'POST /b makeB']))
