import { progressPath, type Replay } from './reward'

/** How far a replay is. */
export interface Progress {
  readonly eventsRead: number
  readonly eventsTotal: number
  readonly eventsPerSecond: number
}

/** Whole percent; 99 is the most while events are still to come. */
export function percent({ eventsRead, eventsTotal }: Progress): number {
  if (eventsTotal <= 0) {
    return 0
  }
  return eventsRead >= eventsTotal ? 100 : Math.min(99, Math.floor((eventsRead / eventsTotal) * 100))
}

/** Seconds still needed at the present rate; undefined while there is no rate. */
export function secondsLeft({ eventsRead, eventsTotal, eventsPerSecond }: Progress): number | undefined {
  return eventsPerSecond > 0 ? Math.ceil(Math.max(0, eventsTotal - eventsRead) / eventsPerSecond) : undefined
}

/** The data of a `progress` or `heartbeat` event; undefined for anything else. */
export function parseProgress(data: string): Progress | undefined {
  const read = parseObject(data)
  return read !== undefined &&
    typeof read['eventsRead'] === 'number' &&
    typeof read['eventsTotal'] === 'number' &&
    typeof read['eventsPerSecond'] === 'number'
    ? (read as unknown as Progress)
    : undefined
}

/** The data of the `finished` event: the whole replay. */
export function parseFinished(data: string): Replay | undefined {
  const read = parseObject(data)
  return read !== undefined && typeof read['replayId'] === 'string' ? (read as unknown as Replay) : undefined
}

function parseObject(data: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(data)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Watches a replay until it ends. The browser reconnects by itself, and every event tells the present state. */
export function watch(
  replayId: string,
  onProgress: (progress: Progress) => void,
  onFinished: (replay: Replay) => void,
  onLost: () => void,
): () => void {
  const source = new EventSource(progressPath(replayId))
  const tell = (event: MessageEvent<string>) => {
    const progress = parseProgress(event.data)
    if (progress) {
      onProgress(progress)
    }
  }
  source.addEventListener('progress', tell)
  source.addEventListener('heartbeat', tell)
  source.addEventListener('finished', (event: MessageEvent<string>) => {
    source.close()
    const replay = parseFinished(event.data)
    if (replay) {
      onFinished(replay)
    } else {
      onLost()
    }
  })
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) {
      onLost()
    }
  }
  return () => source.close()
}
