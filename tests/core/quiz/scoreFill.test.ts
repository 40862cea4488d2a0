import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoreFill, validateFill } from '../../../src/core/quiz/scoreFill.ts'
import { fill } from './questions.ts'

interface Forms {
  readonly also?: readonly string[]
  readonly right: readonly string[]
  readonly refused: readonly string[]
}

/** By expected answer: other accepted answers, forms taken as right, forms refused. */
const commands: Readonly<Record<string, Forms>> = {
  'docker ps': {
    right: ['docker  ps', ' docker ps ', '$ docker ps', 'docker ps'],
    refused: ['docker ps -a', 'Docker ps', 'dockerps', 'docker ps/'],
  },
  'docker ps -a': {
    also: ['docker ps --all'],
    right: ['docker ps –a', 'docker ps —all', 'docker ps −a'],
    refused: ['docker ps -A', 'docker -a ps', 'docker ps a'],
  },
  'docker run --rm -it alpine sh': {
    right: ['docker run —rm –it alpine sh', '# docker run --rm -it alpine sh'],
    refused: ['docker run --rm -ti alpine sh', 'docker run -rm -it alpine sh'],
  },
  'docker run --pid=host alpine': {
    right: ['docker run ––pid=host alpine', '「docker run --pid=host alpine」'],
    refused: ['docker run --pid host alpine', 'docker run --pid = host alpine'],
  },
  'docker inspect web': {
    also: ['docker container inspect web'],
    right: ['"docker inspect web"', 'docker container inspect web'],
    refused: ['docker inspect Web', 'docker inspect'],
  },
  'podman unshare': { right: ['podman unshare', 'ｐｏｄｍａｎ　ｕｎｓｈａｒｅ'], refused: ['podman-unshare', 'podman unshar', 'unshare'] },
  'podman generate kube web': { right: ['$ podman generate kube web'], refused: ['podman kube generate web', 'podman generate web kube'] },
  'unshare --pid --fork --mount-proc sh': {
    right: ['unshare —pid —fork —mount-proc sh', '$   unshare --pid --fork --mount-proc sh'],
    refused: ['unshare --fork --pid --mount-proc sh', 'unshare --pid --fork --mount-proc=sh'],
  },
  'unshare -Urn': { right: ['unshare –Urn', 'unshare ーUrn'], refused: ['unshare -urn', 'unshare -rUn', 'unshare Urn'] },
  'nsenter -t 1234 -m': {
    also: ['nsenter --target 1234 --mount'],
    right: ['nsenter —target 1234 —mount', 'nsenter -t １２３４ -m'],
    refused: ['nsenter -t 1234 -M', 'nsenter -t1234 -m', 'nsenter -t 01234 -m'],
  },
  'lsns -t pid': {
    also: ['lsns --type pid'],
    right: ['lsns　-t　pid', 'lsns —type pid'],
    refused: ['lsns -t PID', 'lsns -tpid', 'lsns -p pid'],
  },
  'ip netns add blue': {
    also: ['ip net add blue'],
    right: ["'ip netns add blue'", '\u2018ip netns add blue\u2019'],
    refused: ['ip netns add Blue', 'ip netns del blue'],
  },
  'ip netns exec blue ip link': {
    right: ['# ip netns exec blue ip link'],
    refused: ['ip netns exec ip link', '#ip netns exec blue ip link'],
  },
  'ip link set veth1 netns blue': {
    right: ['ip link set veth1 netns blue\n'],
    refused: ['ip link set veth1 netns 0blue', 'ip link set veth01 netns blue'],
  },
  'mount -t proc proc /proc': {
    right: ['mount –t proc proc /proc', 'mount -t proc proc /proc/'],
    refused: ['mount -t proc /proc proc', 'mount proc /proc', 'mount -t proc proc proc'],
  },
  'mount --make-rprivate /': {
    right: ['mount —make-rprivate /'],
    refused: ['mount --make-private /', 'mount --make-rprivate', 'mount --make-rprivate //'],
  },
  'mount --bind /srv /mnt': {
    also: ['mount -B /srv /mnt'],
    right: ['mount --bind /srv /mnt/', 'mount –B /srv /mnt'],
    refused: ['mount --bind /mnt /srv', 'mount --bind /srv/ /mnt', 'mount -b /srv /mnt'],
  },
  'pivot_root . .': { right: ['pivot_root  .  .', '「pivot_root . .」'], refused: ['pivot-root . .', 'pivot_root ..', 'pivot＿root'] },
  'chroot /srv/rootfs /bin/sh': {
    right: ['chroot /srv/rootfs /bin/sh', '＃ chroot /srv/rootfs /bin/sh'],
    refused: ['chroot /srv/rootfs', 'chroot /srv/rootfs /bin/bash', 'chroot srv/rootfs /bin/sh'],
  },
  'chroot /srv/rootfs sh': { right: ['chroot　/srv/rootfs　sh'], refused: ['chroot /srv/rootfs sh/', 'chroot /srv/rootfs/ sh'] },
  'capsh --print': {
    right: ['capsh —print', 'capsh −−print'],
    refused: ['capsh -print', 'capsh --Print', 'capsh print'],
  },
  'capsh --decode=00000000a80425fb': {
    right: ['capsh —decode=00000000a80425fb'],
    refused: ['capsh --decode=a80425fb', 'capsh --decode=00000000A80425FB', 'capsh --decode=0x00000000a80425fb'],
  },
  'getcap /usr/bin/ping': { right: ['getcap ／usr／bin／ping', 'getcap /usr/bin/ping/'], refused: ['getcap ping', 'getcap usr/bin/ping'] },
  'setcap cap_net_raw+ep /usr/bin/ping': {
    also: ['setcap cap_net_raw=ep /usr/bin/ping'],
    right: ['setcap cap_net_raw＝ep /usr/bin/ping', 'setcap cap_net_raw＋ep /usr/bin/ping'],
    refused: ['setcap CAP_NET_RAW+ep /usr/bin/ping', 'setcap cap_net_raw+pe /usr/bin/ping'],
  },
  'getpcaps 1': { right: ['getpcaps １', '$ getpcaps 1'], refused: ['getpcaps 01', 'getpcap 1', 'getpcaps l'] },
  'systemd-cgls': {
    right: ['systemd–cgls', 'systemd\u2011cgls', 'systemd\u2010cgls', 'system\u00ADd-cgls'],
    refused: ['systemd cgls', 'systemd_cgls', 'systemd--cgls'],
  },
  'systemd-run --scope -p MemoryMax=100M sh': {
    right: ['systemd-run —scope –p MemoryMax=100M sh'],
    refused: ['systemd-run --scope -p memorymax=100M sh', 'systemd-run --scope -p MemoryMax=100m sh'],
  },
  'systemctl set-property web.service CPUWeight=200': {
    right: ['systemctl set-property web.service CPUWeight=２００'],
    refused: ['systemctl set-property web CPUWeight=200', 'systemctl set-property web.service CPUWeight=0200'],
  },
  'runc spec --rootless': {
    right: ['runc spec —rootless', '“runc spec --rootless”'],
    refused: ['runc spec -rootless', 'runc --rootless spec'],
  },
  'runc create demo': { right: ['runc create demo\t'], refused: ['runc run demo', 'runc create'] },
  'crun run demo': { right: ['ｃｒｕｎ run demo'], refused: ['crun start demo', 'crun-run demo'] },
  'lxc-create -t download -n web': {
    right: ['lxc-create –t download –n web'],
    refused: ['lxc-create -n web -t download', 'lxc create -t download -n web'],
  },
  'lxc-attach -n web': {
    also: ['lxc-attach web'],
    right: ['lxc\u2212attach -n web', 'lxc-attach web'],
    refused: ['lxc-attach -nweb', 'lxc-attach -N web'],
  },
  'buildah from scratch': { right: ['buildah\u00A0from\u00A0scratch'], refused: ['buildah from Scratch', 'buildah scratch'] },
  'skopeo copy docker://alpine:3.20 oci:alpine': {
    right: ['skopeo copy docker：／／alpine：3．20 oci：alpine'],
    refused: ['skopeo copy docker:/alpine:3.20 oci:alpine', 'skopeo copy docker://alpine:3.2 oci:alpine'],
  },
  'ps -eZ': { also: ['ps axZ'], right: ['ps –eZ', 'ps axZ'], refused: ['ps -ez', 'ps -Ze', 'ps -axZ'] },
  'chcon -t container_file_t /srv/data': {
    right: ['chcon -t container_file_t /srv/data/'],
    refused: ['chcon -t container_file_t', 'chcon -t container-file-t /srv/data'],
  },
  'aa-status': { also: ['apparmor_status'], right: ['aa–status', 'apparmor_status'], refused: ['aa_status', 'aastatus', 'AA-status'] },
  'sysctl user.max_user_namespaces': {
    right: ['sysctl user．max_user_namespaces'],
    refused: ['sysctl user/max_user_namespaces', 'sysctl user.max_user_namespace'],
  },
  'echo $$': { right: ['$ echo $$', 'echo ＄＄'], refused: ['echo $', 'echo $$ $'] },
  'echo "+memory" > cgroup.subtree_control': {
    right: ['echo “+memory” > cgroup.subtree_control', 'echo "＋memory" ＞ cgroup.subtree_control'],
    refused: [
      "echo '+memory' > cgroup.subtree_control",
      'echo "-memory" > cgroup.subtree_control',
      'echo "+memory" >> cgroup.subtree_control',
    ],
  },
  'sudo nsenter -t 4242 -n ip addr': {
    also: ['nsenter -t 4242 -n ip addr'],
    right: ['$ sudo nsenter -t 4242 -n ip addr', '# nsenter -t 4242 -n ip addr'],
    refused: ['sudo sudo nsenter -t 4242 -n ip addr', 'Sudo nsenter -t 4242 -n ip addr', 'sudonsenter -t 4242 -n ip addr'],
  },
  'lsns -p 4242 -o NS,TYPE': {
    right: ['lsns　－ｐ　４２４２　－ｏ　ＮＳ，ＴＹＰＥ', '$ lsns -p 4242 -o NS,TYPE\n'],
    refused: ['lsns -p 4242 -o ns,type', 'lsns -p 4242 -o NS, TYPE', 'lsns -p 4242 -o TYPE,NS', 'lsns -p 4242 -o NS、TYPE'],
  },
  'unshare --user --map-root-user': {
    also: ['unshare -Ur', 'unshare -rU'],
    right: ['unshare -rU', 'unshare —user —map-root-user', '『unshare -Ur』'],
    refused: ['unshare --user --map-root', 'unshare -U r', 'unshare --map-root-user', 'unshare -UR'],
  },
  'crictl ps -a': {
    also: ['crictl ps --all'],
    right: ['# crictl ps -a', 'crictl ps —all\r\n'],
    refused: ['crictl pods -a', 'crictl ps', 'critcl ps -a', 'crictl -a ps'],
  },
  'crictl inspectp 7f3a': {
    right: ['crictl  inspectp  7f3a'],
    refused: ['crictl inspect 7f3a', 'crictl inspectp 7F3A', 'crictl inspectp'],
  },
  'crictl pull registry.k8s.io/pause:3.10': {
    right: ['crictl pull registry．k8s．io／pause：3．10'],
    refused: ['crictl pull registry.k8s.io/pause:3.10/', 'crictl pull registry.k8s.io/pause:3.1', 'crictl pull Registry.k8s.io/pause:3.10'],
  },
  'skopeo inspect docker://docker.io/library/alpine': {
    right: ['「skopeo inspect docker://docker.io/library/alpine」'],
    refused: ['skopeo inspect docker://docker.io/library/alpine/', 'skopeo inspect docker.io/library/alpine'],
  },
  'podman run --userns=keep-id alpine id': {
    also: ['podman run --userns keep-id alpine id'],
    right: ['podman run --userns keep-id alpine id', 'podman run −−userns=keep-id alpine id'],
    refused: [
      'podman run --userns=keepid alpine id',
      'sudo podman run --userns=keep-id alpine id',
      'podman run --userns=Keep-id alpine id',
    ],
  },
  'podman network create --subnet 10.89.0.0/24 blue': {
    right: ['podman network create —subnet 10.89.0.0／24 blue'],
    refused: ['podman network create --subnet 10.89.0.0/24/ blue', 'podman network create --subnet 10.89.0.0 blue'],
  },
  'ip route add 10.89.0.0/24': {
    right: ['ip route add 10．89．0．0/24', '# ip route add 10.89.0.0/24 '],
    refused: ['ip route add 10.89.0.0/24/', 'ip route add 10.89.0.0', 'ip route add 10.89.0.0/ 24'],
  },
  'ip -6 route add fd00:1::/64': {
    right: ['ip –6 route add fd00:1::/64'],
    refused: ['ip -6 route add fd00:1::/64/', 'ip route add fd00:1::/64'],
  },
  'podman run -v /srv:/data alpine': { right: ['podman run -v ／srv：／data alpine'], refused: ['podman run -v /srv/:/data alpine'] },
  'runc exec demo sh': { right: ['runc exec demo sh '], refused: ['runc exec -t demo sh', 'runc execute demo sh', 'runc demo exec sh'] },
  'runc --root /run/user/1000/runc list': {
    right: ['runc —root /run/user/1000/runc list'],
    refused: ['runc list --root /run/user/1000/runc', 'runc --root /run/user/1000/runc ls'],
  },
  'lxc-start -n web -F': { right: ['lxc-start –n web –F'], refused: ['lxc-start -n web -f', 'lxc start -n web -F', 'lxc-start -F -n web'] },
  'lxc config set web limits.memory 256MiB': {
    right: ['lxc config set web limits.memory ２５６ＭｉＢ'],
    refused: [
      'lxc config set web limits.memory 256mib',
      'lxc config set web limits.memory=256MiB',
      'lxc-config set web limits.memory 256MiB',
    ],
  },
  'buildah bud -t web .': {
    also: ['buildah build -t web .'],
    right: ['buildah build -t web .'],
    refused: ['buildah bud -t web', 'buildah bud . -t web'],
  },
  'grep Cap /proc/self/status | head -n 1': {
    right: ['grep Cap /proc/self/status|head -n 1', 'grep Cap /proc/self/status ｜ head -n 1'],
    refused: ['grep Cap /proc/self/status || head -n 1', 'grep cap /proc/self/status | head -n 1', 'grep Cap /proc/self/status head -n 1'],
  },
  'echo 4242 > /sys/fs/cgroup/web/cgroup.procs': {
    right: ['echo 4242 >/sys/fs/cgroup/web/cgroup.procs', 'echo 4242 ＞ /sys/fs/cgroup/web/cgroup.procs'],
    // Without the space before it the number would be that of the descriptor.
    refused: [
      'echo 4242>/sys/fs/cgroup/web/cgroup.procs',
      'echo 4242 >> /sys/fs/cgroup/web/cgroup.procs',
      'echo 4242 < /sys/fs/cgroup/web/cgroup.procs',
    ],
  },
  'wc -l < /proc/self/mountinfo': {
    right: ['wc -l </proc/self/mountinfo'],
    refused: ['wc -l /proc/self/mountinfo', 'wc -l << /proc/self/mountinfo'],
  },
  'diff a <(ls)': { right: ['diff  a  <(ls)'], refused: ['diff a < (ls)', 'diff a ls'] },
}

const paths: Readonly<Record<string, Forms>> = {
  '/proc/4242/ns/net': {
    right: ['/proc/4242/ns/net/', '／ｐｒｏｃ／４２４２／ｎｓ／ｎｅｔ', '"/proc/4242/ns/net"\n'],
    refused: ['/proc/4242/ns/', '/proc/4242/ns/mnt', '/proc/ 4242/ns/net', '/Proc/4242/ns/net', '\\proc\\4242\\ns\\net'],
  },
  '/proc/1': { right: ['/proc/1/'], refused: ['/proc/01', '/proc', '/proc/l'] },
  'system.slice/web.service': {
    right: ['system.slice/web.service/'],
    refused: ['/system.slice/web.service', 'system.slice', 'system.slice/web'],
  },
  '/sys/fs/cgroup/user.slice/user-1000.slice': {
    right: ['/sys/fs/cgroup/user.slice/user–1000.slice/'],
    refused: ['/sys/fs/cgroup/user-1000.slice', '/sys/fs/cgroup/user.slice'],
  },
  '../log/x': { right: ['../log/x/', '．．／log／x'], refused: ['./log/x', '/../log/x', '..log/x'] },
  '/proc/self/ns/': {
    right: ['/proc/self/ns', '／proc／self／ns／', '"/proc/self/ns/"', '/proc/self/ns//'],
    refused: ['/proc/self/ns/pid', 'proc/self/ns', '/proc/self'],
  },
  '/proc/self/status': {
    right: ['「/proc/self/status」', '/proc/self/status/'],
    refused: ['/proc/self/Status', '/proc//self/status', '/proc/self/stat'],
  },
  '/proc/1/root': { right: ['/proc/1/root/', '/proc/１/root'], refused: ['/proc/01/root', '/proc/1/rootfs'] },
  '/proc/sys/kernel/cap_last_cap': {
    also: ['kernel.cap_last_cap'],
    right: ['kernel.cap_last_cap', '/proc/sys/kernel/cap＿last＿cap'],
    refused: ['kernel.cap_last_cap/', 'kernel/cap_last_cap', 'cap_last_cap'],
  },
  '/proc/self/uid_map': { right: ["'/proc/self/uid_map'"], refused: ['/proc/self/gid_map', '/proc/self/uid-map'] },
  '/sys/fs/cgroup': { right: ['/sys/fs/cgroup/', '  /sys/fs/cgroup'], refused: ['/sys/fs/cgroups', '/sys/fs', 'sys/fs/cgroup/'] },
  '/sys/fs/cgroup/cgroup.controllers': {
    right: ['/sys/fs/cgroup/cgroup.controllers/'],
    refused: ['/sys/fs/cgroup/cgroup.controller', '/sys/fs/cgroup/'],
  },
  '/etc/subuid': { right: ['\u200B/etc/subuid', '\uFEFF/etc/subuid'], refused: ['/etc/subgid', '/etc/sub uid', 'etc/subuid'] },
  '/var/lib/docker/overlay2': {
    right: ['/var/lib/docker/overlay2/', '／ｖａｒ／ｌｉｂ／ｄｏｃｋｅｒ／ｏｖｅｒｌａｙ２'],
    refused: ['/var/lib/docker/overlay', '/var/lib/Docker/overlay2'],
  },
  '/run/containerd/containerd.sock': {
    right: ['“/run/containerd/containerd.sock”'],
    refused: ['/var/run/containerd/containerd.sock', 'containerd.sock'],
  },
  '/': { right: ['／', '"/"', ' / '], refused: ['//', './', '/.', '~/'] },
  '~/.config/containers': {
    right: ['〜/.config/containers', '～/.config/containers/'],
    refused: ['$HOME/.config/containers', '~.config/containers'],
  },
  'rootfs/': { right: ['rootfs', 'rootfs/'], refused: ['/rootfs', './rootfs/', 'rootfs.'] },
  'config.json': { right: ['config．json', 'ｃｏｎｆｉｇ．ｊｓｏｎ'], refused: ['config.json/', 'Config.json', 'config,json'] },
  'memory.max': { right: ['「memory.max」', 'memory.max '], refused: ['memory.max/', 'memory.high', 'memory_max', 'memory. max'] },
  CLONE_NEWPID: { right: ['ＣＬＯＮＥ＿ＮＥＷＰＩＤ'], refused: ['clone_newpid', 'CLONE-NEWPID', 'NEWPID'] },
  CAP_SYS_ADMIN: {
    also: ['cap_sys_admin'],
    right: ['cap_sys_admin', '"CAP_SYS_ADMIN"'],
    refused: ['Cap_Sys_Admin', 'SYS_ADMIN', 'CAP SYS ADMIN'],
  },
  '0x3fffffffff': {
    also: ['3fffffffff'],
    right: ['０ｘ3fffffffff', '3fffffffff'],
    refused: ['0x3FFFFFFFFF', '0x03fffffffff', '274877906943'],
  },
  '65534': { right: ['６５５３４', "'65534'"], refused: ['065534', '65,534', '0xfffe', '65534.0', '+65534'] },
  '-1000': { right: ['–1000', '−1000', '－１０００', '—1000'], refused: ['1000', '- 1000', '-01000'] },
  '100000:65536': { right: ['１０００００：６５５３６'], refused: ['100000 65536', '100000::65536', '100000:065536'] },
  'find . -exec stat {} \\;': {
    right: ['find . -exec stat {} ¥;', 'find . –exec stat ｛｝ ＼；'],
    refused: ['find . -exec stat {} ;', 'find . -exec stat {} /;'],
  },
}
const table = [...Object.entries(commands), ...Object.entries(paths)]
const cases = (pick: (forms: Forms) => readonly string[]) =>
  table.flatMap(([expected, forms]) => pick(forms).map((typed) => ({ expected, typed, also: forms.also ?? [] })))
const verdictOf = (expected: string, also: readonly string[], typed: string) =>
  scoreFill(fill(expected, also), { kind: 'fill', text: typed })

describe('scoreFill', () => {
  test('knows the forms of at least sixty commands and paths', () => {
    expect(table.length).toBeGreaterThanOrEqual(60)
  })

  test.each(cases((forms) => forms.right))('takes $typed for $expected', ({ expected, typed, also }) => {
    const result = verdictOf(expected, also, typed)
    expect(result).toMatchObject({ verdict: 'correct', parts: [true] })
    expect(result.matched).toBeTypeOf('number')
  })

  test.each(cases((forms) => forms.refused))('refuses $typed for $expected', ({ expected, typed, also }) => {
    expect(verdictOf(expected, also, typed)).toEqual({ verdict: 'wrong', parts: [false] })
  })

  test.each(table)('takes %s as it is written', (expected) => {
    expect(verdictOf(expected, [], expected)).toEqual({ verdict: 'correct', matched: 0, parts: [true] })
  })

  test.each(table)('minds the letter case of %s', (expected, { also = [] }) => {
    const swapped = expected.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    if (swapped === expected || also.includes(swapped)) return
    expect(verdictOf(expected, also, swapped)).toEqual({ verdict: 'wrong', parts: [false] })
  })

  test.each(table)('takes %s copied with its prompt and the end of its line, in quotes, in full width', (expected) => {
    const wide = expected.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    for (const typed of [`$ ${expected}\n`, `# ${expected}\r\n`, `「${expected}」`, `『${expected}』`, wide.replaceAll(' ', '\u3000')])
      expect(verdictOf(expected, [], typed), typed).toEqual({ verdict: 'correct', matched: 0, parts: [true] })
  })

  test.each(table)(
    'leaves it to the author whether sudo may stand before %s, since who asks is part of the answer',
    (expected, { also }) => {
      expect(verdictOf(expected, also ?? [], `sudo ${expected}`).verdict).toBe('wrong')
    },
  )

  const withNear = fill('/etc/subuid', ['/etc/subuid-'], ['/etc/subuid/', '/ETC/SUBUID', 'subuid'])
  test.each<[string, string, number | undefined, string]>([
    ['/etc/subuid', 'correct', 0, 'the expected answer'],
    ['/etc/subuid–', 'correct', 1, 'an accepted answer'],
    ['/etc/subuid/', 'wrong', 2, 'a slash that the author lists as a near miss'],
    ['/ETC/SUBUID', 'wrong', 3, 'letter case that the author lists as a near miss'],
    ['/ETC/SUBUID/', 'wrong', 3, 'a near miss with a slash at its end'],
    ['「subuid」', 'wrong', 4, 'a near miss in quotes'],
    ['/Etc/subuid', 'wrong', undefined, 'letter case that nobody listed'],
    ['/etc/passwd', 'wrong', undefined, 'something else'],
    ['', 'wrong', undefined, 'nothing'],
    ['   ', 'wrong', undefined, 'only spaces'],
  ])('%s is %s and matches %s: %s', (typed, verdict, matched) => {
    const expected = { verdict, parts: [verdict === 'correct'], ...(matched === undefined ? {} : { matched }) }
    expect(scoreFill(withNear, { kind: 'fill', text: typed })).toEqual(expected)
  })

  test('a near miss never hides a right answer that reads the same', () => {
    const [expected, accepted, near] = fill('lsns -l', ['lsns'], ['"lsns"']).answers
    if (expected === undefined || accepted === undefined || near === undefined) throw new Error('three answers were given')
    for (const answers of [
      [near, expected, accepted],
      [expected, near, accepted],
    ]) {
      expect(scoreFill({ ...fill(''), answers }, { kind: 'fill', text: 'lsns' })).toMatchObject({ verdict: 'correct', matched: 2 })
    }
  })

  test('an em dash is two hyphens before it is one', () => {
    const text = 'runc —version'
    expect(scoreFill(fill('runc -version', [], ['runc --version']), { kind: 'fill', text })).toMatchObject({ verdict: 'wrong', matched: 1 })
    expect(scoreFill(fill('runc -version'), { kind: 'fill', text }).verdict).toBe('correct')
  })

  test.each([
    ['""', '""', 'correct'],
    ['""', "''", 'wrong'],
    ['「」', '「」', 'correct'],
    ["'a' 'b'", "a' 'b", 'wrong'],
    ['"a" "b"', '“a” “b”', 'correct'],
    ['$', '$ ', 'correct'],
    ['$HOME', '$HOME', 'correct'],
    ['$HOME', 'HOME', 'wrong'],
    ['$HOME', '$ HOME', 'wrong'],
    ['#1000', '#1000', 'correct'],
    ['ls', '"$ ls"', 'correct'],
    ['ls', '$ "ls"', 'correct'],
    ['ls', '"ls', 'wrong'],
    ['ls', '"ls\'', 'wrong'],
    ['ls', '`ls`', 'wrong'],
    ['ls', '> ls', 'wrong'],
  ])('with %s expected, %s is %s', (expected, typed, verdict) => {
    expect(verdictOf(expected, [], typed).verdict).toBe(verdict)
  })

  test('wrapping a right answer in what keyboards and copying add keeps it right', () => {
    const wraps: readonly ((text: string) => string)[] = [
      (text) => ` ${text}\u3000`,
      (text) => `$ ${text}`,
      (text) => `「${text}」`,
      (text) => text.replaceAll(' ', '\u00A0 '),
      (text) => text.replaceAll('-', '\u2212'),
      (text) => text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...table.map(([expected]) => expected)), fc.shuffledSubarray([...wraps]), (expected, applied) => {
        const typed = applied.reduce((text, wrap) => wrap(text), expected)
        expect(verdictOf(expected, [], typed).verdict).toBe('correct')
      }),
    )
  })

  test('four hundred thousand prompts, quotes or slashes are refused at once', () => {
    for (const text of ['$ '.repeat(200_000), '"「'.repeat(200_000), `${'/'.repeat(400_000)}x`, `${'/'.repeat(400_000)}`]) {
      expect(verdictOf('/proc/self', [], text).verdict).toBe('wrong')
    }
  })

  test('a response of another kind is wrong', () => {
    expect(scoreFill(fill('ls'), { kind: 'choice', picked: [0] })).toEqual({ verdict: 'wrong', parts: [false] })
  })
})

describe('validateFill', () => {
  test.each([
    ['', false],
    [' \t\n', false],
    ['\u3000\u00A0', false],
    ['\u200B\uFEFF', false],
    ['x', true],
    ['""', true],
    ['" "', true],
    ['$', true],
    ['/', true],
  ])('%j counts as typed: %s', (text, typed) => {
    expect(validateFill(fill('ls'), { kind: 'fill', text })).toEqual(
      typed ? { ok: true, value: undefined } : { ok: false, error: 'nothingTyped' },
    )
  })

  test('a response of another kind typed nothing', () => {
    expect(validateFill(fill('ls'), { kind: 'order', order: [] })).toEqual({ ok: false, error: 'nothingTyped' })
  })
})
