import List from 'list.js';

const card =
  '<li class="card"><article><img class="image" alt="" width="120" height="90"><h3><a class="name"></a></h3><p class="tagline"></p><p class="description"></p><p class="meta"><span class="theme"></span> <span class="status"></span> <span class="edition"></span></p></article></li>';
let list;
window.Impl = {
  init(root, items) {
    root.innerHTML = '<ul class="list grid"></ul><ul class="pagination"></ul>';
    list = new List(
      root,
      {
        page: 24,
        pagination: true,
        searchColumns: ['name', 'tagline', 'description', 'theme'],
        valueNames: [
          { data: ['id'] },
          { name: 'image', attr: 'src' },
          'name',
          'tagline',
          'description',
          'theme',
          'status',
          'edition',
        ],
        item: card,
      },
      items,
    );
  },
  search: (query) => list.search(query),
  count: () => list.visibleItems.length,
  paged: true,
};
