import { Timeline } from 'vis-timeline/standalone';

window.Impl = {
  init: (root, events) =>
    new Promise((resolve) => {
      const timeline = new Timeline(
        root,
        events.map(({ id, title, text, start }) => ({ id, content: title, start, title: text })),
        { height: '600px' },
      );
      const onChanged = () => {
        if (!root.querySelector('.vis-item')) return;
        timeline.off('changed', onChanged);
        resolve();
      };
      timeline.on('changed', onChanged);
    }),
  count: () => document.querySelectorAll('.vis-item.vis-box').length,
};
