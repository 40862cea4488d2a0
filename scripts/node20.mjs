/** Node 20 lacks `Map.groupBy`, with which vitest 5 prints failed tests; without it a red run ends in a crash that names no test. */
if (!('groupBy' in Map)) {
  Object.defineProperty(Map, 'groupBy', {
    configurable: true,
    writable: true,
    /**
     * @template Key, Value
     * @param {Iterable<Value>} values
     * @param {(value: Value, index: number) => Key} keyOf
     */
    value(values, keyOf) {
      /** @type {Map<Key, Value[]>} */
      const groups = new Map()
      let index = 0
      for (const value of values) {
        const key = keyOf(value, index)
        index += 1
        const group = groups.get(key)
        if (group) group.push(value)
        else groups.set(key, [value])
      }
      return groups
    },
  })
}
