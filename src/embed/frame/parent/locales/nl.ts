export const nl = {
  link: 'Open in een nieuw tabblad:',
};
