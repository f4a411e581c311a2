export const nl = {
  refused: 'Dit kan hier niet worden getoond.',
  refusedWhy: 'De site {site} heeft het adres in “{name}” niet toegestaan: {address}',
  noScript: 'Dit onderdeel heeft JavaScript nodig.',
  notLoaded: 'Dit onderdeel kan nu niet worden geladen.',
  unreadable: 'De lijst van toegestane adressen van {site} kan niet worden gelezen.',
};
