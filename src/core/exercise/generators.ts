import type { ExerciseKind } from '../content/types.ts'
import { capExecve } from './capExecve.ts'
import { capMask } from './capMask.ts'
import { cpuMax } from './cpuMax.ts'
import { cpuWeight } from './cpuWeight.ts'
import type { Generator } from './generator.ts'
import { imageLayers } from './imageLayers.ts'
import { memoryMax } from './memoryMax.ts'
import { mountPropagation } from './mountPropagation.ts'
import { nsInodes } from './nsInodes.ts'
import { nspid } from './nspid.ts'
import { ociLifecycle } from './ociLifecycle.ts'
import { overlay } from './overlay.ts'
import { pidsMax } from './pidsMax.ts'
import { seccompFilters } from './seccompFilters.ts'
import { subuid } from './subuid.ts'
import { uidMap } from './uidMap.ts'

export const generators: Readonly<Record<ExerciseKind, Generator>> = {
  'uid-map': uidMap,
  subuid,
  nspid,
  'ns-inodes': nsInodes,
  'mount-propagation': mountPropagation,
  'cap-mask': capMask,
  'cap-execve': capExecve,
  'seccomp-filters': seccompFilters,
  'memory-max': memoryMax,
  'pids-max': pidsMax,
  'cpu-max': cpuMax,
  'cpu-weight': cpuWeight,
  overlay,
  'image-layers': imageLayers,
  'oci-lifecycle': ociLifecycle,
}
