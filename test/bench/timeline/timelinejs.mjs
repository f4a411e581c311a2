// Without its fonts, which would come from elsewhere.
window.Impl = {
  init(root, events) {
    root.id = 'timeline';
    root.className = 'tall';
    const told = events.map((event) => {
      const date = new Date(event.start);
      return {
        unique_id: event.id,
        start_date: {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
        },
        text: { headline: event.title, text: event.text },
      };
    });
    return new Promise((resolve) => {
      const options = {
        font: null,
        script_path: `${location.origin}/peer/tl/js/`,
        hash_bookmark: false,
        language: 'en',
      };
      new window.TL.Timeline('timeline', { events: told }, options).on('loaded', () => resolve());
    });
  },
  count: () => document.querySelectorAll('.tl-timemarker').length,
};
