import { configureGlobal } from 'fast-check'

// The same cases in every run, so that a red run is about the change and not about luck.
// SEED=$RANDOM npm run check looks at others.
configureGlobal({ seed: Number(process.env.SEED ?? 352) })
