/** Comes back when something of a kind is in the page: in the microtask in which it came. */
export const appears = (root, selector) =>
  new Promise((resolve) => {
    const look = () => {
      if (!root.querySelector(selector)) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { subtree: true, childList: true });
    look();
  });
