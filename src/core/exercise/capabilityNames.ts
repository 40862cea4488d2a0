/**
 * The capabilities by bit, without `CAP_`: include/uapi/linux/capability.h, up to
 * CAP_CHECKPOINT_RESTORE (Linux 5.9).
 */
export const capabilityNames = [
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'KILL',
  'SETGID',
  'SETUID',
  'SETPCAP',
  'LINUX_IMMUTABLE',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_ADMIN',
  'NET_RAW',
  'IPC_LOCK',
  'IPC_OWNER',
  'SYS_MODULE',
  'SYS_RAWIO',
  'SYS_CHROOT',
  'SYS_PTRACE',
  'SYS_PACCT',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_NICE',
  'SYS_RESOURCE',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'MKNOD',
  'LEASE',
  'AUDIT_WRITE',
  'AUDIT_CONTROL',
  'SETFCAP',
  'MAC_OVERRIDE',
  'MAC_ADMIN',
  'SYSLOG',
  'WAKE_ALARM',
  'BLOCK_SUSPEND',
  'AUDIT_READ',
  'PERFMON',
  'BPF',
  'CHECKPOINT_RESTORE',
] as const
export type CapabilityName = (typeof capabilityNames)[number]

/** A set of capabilities as `/proc/PID/status` prints it: 16 hexadecimal digits. Digit 0 stands rightmost and holds the bits 0 to 3. */
export const maskOf = (names: readonly CapabilityName[]): string => {
  const digits = Array.from({ length: 16 }, () => 0)
  for (const bit of new Set(names.map((name) => capabilityNames.indexOf(name)))) {
    const digit = Math.floor(bit / 4)
    digits[digit] = (digits[digit] ?? 0) + 2 ** (bit % 4)
  }
  return digits
    .reverse()
    .map((digit) => digit.toString(16))
    .join('')
}
