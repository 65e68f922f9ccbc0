/** A list that nothing is wrong with: a title with a badge, a description, and eleven entries that look alike. */
export const pots = `# Awesome Pots [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

> Things to put things in.

## Kilns

- [Anagama](https://anagama.test/) - Burns wood for a week.
- [Bottle](https://bottle.test/) - Looks like one.
- [Climbing](https://climbing.test/) - Goes up a hill, room by room.
- [Downdraft](https://downdraft.test/) - Holds a pot.
- [Electric](https://electric.test/) - Holds a pot.
- [Gas](https://gas.test/) - Holds a pot.
- [Horse](https://horse.test/) - Holds a pot.
- [Ibis](https://ibis.test/) - Holds a pot.
- [Jar](https://jar.test/) - Holds a pot.
- [Kick](https://kick.test/) - Holds a pot.
- [Lamp](https://lamp.test/) - Holds a pot.
`;
