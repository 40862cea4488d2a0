import type { Lang } from '../../src/core/content/types.ts'

// One topic with cards in one section and a question of every kind in the other,
// and one that builds on it, with a cloze, a glossary word and a choice of several.

export const pond = {
  en: `---
title: The pond
summary: What lives in the pond, and who may see it?
---

## Fish {#fish}

Fish are numbered from 1. [pond(7)]

- **carp**: A fish that eats from the ground. [pond(7)] {#carp}

:::card{#first-fish}
Which number has the first fish?
***
It is number 1. [pond(7)]
:::

:::card{#empty-pond}
What happens when the first fish leaves?
***
All others leave with it. [pond(7)]
:::

:::card{#hidden-fish}
Who sees the fish of an inner pond?
***
The outer pond sees them, under other numbers. [pond(7)]
:::

## Stones {#stones}

Stones are placed once. [pond(7)]

:::choice{#stone-count level=1}
How many stones stand in the pond?

- [ ] one
  > One is for a smaller pond.
- [x] three
  > They stand in a triangle.
- [ ] five
  > Five would hide the fish.
- [ ] seven {confuses=carp}
  > Seven is for a larger pond.

Three stones make a group. [pond(7)]
:::

:::fill{#stone-tool level=2}
Which command lists the stones? Type \`ls\` ___ and nothing else.

- = /pond
- ! pond
  > Right name, but the path was asked.

The stones are listed by their path. [pond(7)]
:::

:::order{#stone-steps level=2}
Put the steps of placing a stone in order.

1. dig
2. lower
3. turn
4. rake

The sand is raked last. [pond(7)]
:::

:::match{#stone-names level=3}
Match each stone with its side.

| stone | side |
|---|---|
| tall | north |
| flat | south |
| | west |

North is behind. [pond(7)]
:::
`,
  ja: `---
title: 池
summary: 池には何がいて、誰に見えるのか。
---

## 魚 {#fish}

魚には1から番号が付く。 [pond(7)]

- **鯉**: 底から食べる魚。 [pond(7)] {#carp}

:::card{#first-fish}
最初の魚は何番か。
***
1番である。 [pond(7)]
:::

:::card{#empty-pond}
最初の魚が去ると何が起こるか。
***
残りもすべて去る。 [pond(7)]
:::

:::card{#hidden-fish}
内側の池の魚は誰に見えるか。
***
外側の池からは別の番号で見える。 [pond(7)]
:::

## 石 {#stones}

石は一度だけ置く。 [pond(7)]

:::choice{#stone-count level=1}
池には石がいくつあるか。

- [ ] 一つ
  > 一つは小さい池のため。
- [x] 三つ
  > 三角に立つ。
- [ ] 五つ
  > 五つでは魚が隠れる。
- [ ] 七つ {confuses=carp}
  > 七つは大きい池のため。

三つの石で一組になる。 [pond(7)]
:::

:::fill{#stone-tool level=2}
石を並べて見せるコマンドはどれか。\`ls\` ___ とだけ書く。

- = /pond
- ! pond
  > 名前は正しいが、パスが問われている。

石はパスで並べる。 [pond(7)]
:::

:::order{#stone-steps level=2}
石を置く手順を正しい順に並べよ。

1. 掘る
2. 下ろす
3. 回す
4. 掃く

砂は最後に掃く。 [pond(7)]
:::

:::match{#stone-names level=3}
それぞれの石に合う方角を選べ。

| 石 | 方角 |
|---|---|
| 高い石 | 北 |
| 平たい石 | 南 |
| | 西 |

北は奥である。 [pond(7)]
:::
`,
} as const satisfies Record<Lang, string>

export const gate = {
  en: `---
title: The gate
summary: What does the gate let through?
---

## Latch {#latch}

The bamboo latch decides who enters. [gate(7)]

- The latch falls at ==dusk== every day. [gate(7)] {#latch-falls}

:::choice{#latch-keys level=2}
Which keys lift the latch?

- [x] rain
  > Rain makes the bamboo swell.
- [ ] wind {confuses=pond/first-fish}
  > Wind only moves the leaves.
- [x] snow
  > Snow weighs the latch down.
- [ ] frost
  > Frost holds it in its place.
- [ ] mist
  > Mist is too light for it.

Only weight lifts it. [gate(7)]
:::
`,
  ja: `---
title: 門
summary: 門は何を通すのか。
---

## 掛け金 {#latch}

竹の掛け金が、誰が入るかを決める。 [gate(7)]

- 掛け金は毎日==日暮れ==に下りる。 [gate(7)] {#latch-falls}

:::choice{#latch-keys level=2}
掛け金を上げるものはどれか。

- [x] 雨
  > 竹が水を吸って膨らむ。
- [ ] 風 {confuses=pond/first-fish}
  > 葉が揺れるだけである。
- [x] 雪
  > 重みで掛け金が動く。
- [ ] 霜
  > その場に固めてしまう。
- [ ] 霧
  > 軽すぎて動かない。

重みだけが掛け金を動かす。 [gate(7)]
:::
`,
} as const satisfies Record<Lang, string>
