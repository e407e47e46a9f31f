const LIMIT_BYTES = 20 * 1024 * 1024

/** Why a file is not worth sending. */
export type Unusable = 'notXlsx' | 'empty' | 'tooLarge'

/** What can be seen without opening a file; the service checks the rest. */
export function unusable(file: { readonly name: string; readonly size: number }): Unusable | undefined {
  if (!/\.xlsx$/i.test(file.name)) {
    return 'notXlsx'
  }
  if (file.size === 0) {
    return 'empty'
  }
  return file.size > LIMIT_BYTES ? 'tooLarge' : undefined
}
