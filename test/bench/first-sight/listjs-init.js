// What an editor writes beside List.js, with a file of plain items.
fetch('/enterprises.json')
  .then((response) => response.json())
  .then(
    (items) =>
      new window.List(
        'enterprises',
        {
          page: 24,
          pagination: true,
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
          item: '<li class="card"><article><img class="image" alt="" width="120" height="90"><h3><a class="name"></a></h3><p class="tagline"></p><p class="description"></p><p class="meta"><span class="theme"></span> <span class="status"></span> <span class="edition"></span></p></article></li>',
        },
        items,
      ),
  );
