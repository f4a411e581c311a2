export const nl = {
  link: 'Niets te zien? Open in een nieuw tabblad:',
};
