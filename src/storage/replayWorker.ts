import { type FromWorker, type Refold, startRefold, type ToWorker } from './refold.ts'

let refold: Refold | undefined
const tell = (message: FromWorker): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'start':
      refold = startRefold(data.links, data.notable, data.keep)
      break
    case 'add':
      refold?.add(data.batch)
      tell({ kind: 'added' })
      break
    case 'finish':
      if (refold !== undefined) tell({ kind: 'done', refolded: refold.done() })
      break
  }
})
tell({ kind: 'ready' })
