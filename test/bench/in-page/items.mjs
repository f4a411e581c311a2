/** The enterprises of a feed as eight plain fields each. Names of parts of the district stand with the themes: ours searches them too. */
export function itemsOf({ themes, neighbourhoods, enterprises }) {
  const labels = new Map([...themes, ...neighbourhoods].map(({ id, label }) => [id, label]));
  return enterprises.map((it) => ({
    id: it.id,
    name: it.name,
    tagline: it.tagline,
    description: it.description ?? '',
    theme: [...it.themes, it.neighbourhood].flatMap((id) => labels.get(id) ?? []).join(', '),
    status: it.status,
    edition: it.edition ?? '',
    image: it.image?.src ?? '',
  }));
}
