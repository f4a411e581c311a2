/** Placeholder for the first build; the format's schema and description are made here. */
export function jsonSchema(): object {
  return {};
}

export function formatDescription(): string {
  return '';
}
