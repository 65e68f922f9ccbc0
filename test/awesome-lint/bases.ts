/** Lists that awesome-lint 2.3 passes and that have nothing to report under `awesome-strict`; each fixture is one of them with one edit. */
const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)';

const flat = `# Awesome Beekeeping ${badge}

> Hives, tools and books for people who keep bees.

## Hives

- [Langstroth](https://langstroth.example/) - Boxes with frames that lift out.
- [Warre](https://warre.example/) - Small boxes that grow from below.
- [Top Bar](https://topbar.example/) - One long box that needs no lifting.

## Tools

- [Smoker](https://smoker.example/) - Calms a colony before it is opened.
- [Veil](https://veil.example/) - Keeps stings off the face.
- [Hive Stand](https://stand.example/) - Lifts a box off wet ground.
`;

const contents = `# Awesome Beekeeping ${badge}

> Hives, tools and books for people who keep bees.

## Contents

- [Hives](#hives)
  - [Vertical](#vertical)
  - [Horizontal](#horizontal)
- [Tools](#tools)
- [Books](#books)

## Hives

### Vertical

- [Langstroth](https://langstroth.example/) - Boxes with frames that lift out.
- [Warre](https://warre.example/) - Small boxes that grow from below.

### Horizontal

- [Top Bar](https://topbar.example/) - One long box that needs no lifting.
- [Layens](https://layens.example/) - Deep frames that winter well.

## Tools

- [Smoker](https://smoker.example/) - Calms a colony before it is opened.
- [Veil](https://veil.example/) - Keeps stings off the face.

## Books

- [First Year](https://year.example/) - Tells what to do in each month.
- [Queens](https://queens.example/) - Shows how to raise them.

## Contributing

Read the [guide](contributing.md) before you open a pull request.
`;

const table = `# Awesome Beekeeping ${badge}

> Hives, tools and books for people who keep bees.

## Hives

| Name                                      | Notes                             |
| ----------------------------------------- | --------------------------------- |
| [Langstroth](https://langstroth.example/) | Boxes with frames that lift out.  |
| [Warre](https://warre.example/)           | Small boxes that grow from below. |

## Tools

- [Smoker](https://smoker.example/) - Calms a colony before it is opened.
- [Veil](https://veil.example/) - Keeps stings off the face.
`;

const mixed = `# Awesome Beekeeping ${badge}

> Hives, tools and books for people who keep bees.

Honey is sold by *weight*, and wax is sold by **volume**, as the [trade](https://trade.example/) has it.

## First Steps

1. [Langstroth](https://langstroth.example/) - Boxes with frames that lift out.
2. [Warre](https://warre.example/) - Small boxes that grow from below.

## Tools

> Buy the veil first.

- [Smoker][] - Calms a colony, as *every* book and **every** keeper says.
- [Veil](https://veil.example/ 'Veils of all sizes') - Keeps stings off the face.

\`\`\`sh
weigh --hive 3
\`\`\`

---

Write down what you see.

[smoker]: https://smoker.example/
`;

const nested = `# Awesome Beekeeping ${badge}

> Hives, tools and books for people who keep bees.

## Hives

- [Langstroth](https://langstroth.example/) - Boxes with frames that lift out.
  - [Frame Jig](https://jig.example/) - Holds a frame while you nail it.
  - [Spacer](https://spacer.example/) - Keeps frames apart.
- [Warre](https://warre.example/) - Small boxes that grow from below.

## Tools

- [Smoker](https://smoker.example/) - Calms a colony before it is opened.
- [Veil](https://veil.example/) - Keeps stings off the face.
`;

const footnotes = `# Awesome Beekeeping ${badge}

> Hives, tools and books for people who keep bees.

## Contents

- [Hives](#hives)
- [Tools](#tools)

## Hives

- [Langstroth](https://langstroth.example/) - Boxes with frames[^1] that lift out.
- [Warre](https://warre.example/) - Small boxes that grow from below.

## Tools

- [Smoker](https://smoker.example/) - Calms a colony before it is opened.
- [Veil](https://veil.example/) - Keeps stings off the face.

## Related Lists

- [Orchards](https://orchards.example/) - Trees that bees like.

## Footnotes

[^1]: Ten to a box.
`;

export const bases = { flat, contents, table, mixed, nested, footnotes };

/** What the folder of each fixture holds besides the list. */
export const companions: Readonly<Record<string, string>> = {
  'contributing.md': '# Contributing\n\nOpen a pull request with one entry.\n',
  license: 'CC0 1.0 Universal\n',
};
