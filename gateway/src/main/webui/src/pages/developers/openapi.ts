import { get } from '../../api/http'

/** Where each service's document is. */
export interface Documents {
  readonly documents: readonly { readonly service: string; readonly paths: string; readonly openapi: string }[]
}

export interface Operation {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly group: string
}

interface OpenApi {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
}

interface OperationObject {
  readonly summary?: string
  readonly description?: string
  readonly operationId?: string
  readonly tags?: readonly string[]
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

export const readDocuments = (signal?: AbortSignal): Promise<Documents> => get('/api', signal)

export const readOperations = async (path: string, signal?: AbortSignal): Promise<readonly Operation[]> =>
  operations(await get<OpenApi>(`${path}?format=json`, signal))

/** The operations of a document in reading order: by path, then by method. */
export function operations(document: OpenApi): Operation[] {
  return Object.entries(document.paths ?? {})
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = item[method]
        return operation
          ? [
              {
                method: method.toUpperCase(),
                path,
                summary: operation.summary ?? operation.description ?? operation.operationId ?? '',
                group: operation.tags?.[0] ?? '',
              },
            ]
          : []
      }),
    )
}
