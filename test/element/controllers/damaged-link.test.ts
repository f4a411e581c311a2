/** Links that mail programs, trackers and people have damaged on their way. */
import { expect } from '@open-wc/testing';
import { all, focused, textOf } from '../../support/browser/tree.js';
import {
  arriveAt,
  arriveOften,
  beginAnew,
  far,
  focusOn,
  GALLERY,
  NAMED,
  TIMELINE,
} from '../../support/browser/linked.js';

beginAnew();

describe('H17: a link that was damaged on its way', () => {
  for (const [tag, prefix, key, id, words] of NAMED)
    for (const damaged of [
      `#${prefix}.${key}=${id}?utm_source=mail`,
      `#${prefix}.${key}=${id}?fbclid=a.b=c&utm=1`,
      `#${prefix}.${key}%3D${id}`,
      `#${prefix}.${key}=${id}.`,
      `#${prefix}.${key}=${id})`,
      `#${prefix}.${key}=(${id})`,
      `#${prefix}.${key}=${id}%20`,
      `#${prefix}.${key}=${id}%2520`,
      `#&${prefix}.${key}=${id}`,
      `#?${prefix}.${key}=${id}`,
      `##${prefix}.${key}=${id}`,
      `#/${prefix}.${key}=${id}`,
      `#kop&${prefix}.${key}=${id}`,
      `#x=1&amp;${prefix}.${key}=${id}`,
      `#x=1%26amp%3B${prefix}.${key}%3D${id}`,
      `#${prefix}.${key}=${id}%E2%80%8B`,
      `#${prefix}.${key}=%E2%80%8B${id}`,
      `#%E2%80%8B${prefix}.${key}=${id}`,
      `#${prefix}.${key}=%22${id}%22`,
      `#${prefix}.${key}=${id}"`,
      `#${prefix}.${key}=${id}%3E`,
      `#${prefix}.${key}=${id}%22%3EKijk%20hier`,
      `#${prefix}.${key}=${id}%E2%80%9D,`,
      `#${prefix}.${key}=${id}/`,
      `#${prefix}.${key}=${id}%0A%0AGroeten`,
      `#${prefix}.${key}=3D${id}`,
      `#${prefix}.${key}=${id}:~:text=iets`,
      `#${prefix}.${key}=${id}](https://site.example/#${prefix}.${key}=${id})`,
      `#${prefix}.${key}=${id}’s`,
      `#${prefix.toUpperCase()}.${key.toUpperCase()}=${id.toUpperCase()}`,
      `#${prefix.replace('-', '%2D')}%2E${key}=${id}`,
    ])
      it(`still leads there (${tag}, ${damaged})`, async () => {
        arriveOften(damaged);
        await far(tag);
        await focusOn(words);
      });

  for (const written of ['Nr.%205%20%26%20co%2B', 'Nr.+5+%26+co%2B', 'NR-5-CO', 'nr-5-co'])
    it(`leads to an id as the keeper of the feed has written it (${written})`, async () => {
      arriveAt(`#ceal-gallery.open=${written}`);
      await far(GALLERY, { detail: 'inline' });
      await focusOn('Nummer vijf');
    });

  for (const id of ['één', 'a+b', "l'id"])
    it(`knows a widget with the id ${id}, however that is written`, async () => {
      for (const written of [id, encodeURIComponent(id)]) {
        arriveAt(`#ceal-timeline-${written}.session=kijken`);
        const element = await far(TIMELINE, { id });
        await focusOn('Sessie kijken');
        element.remove();
      }
    });

  it('reads filters, and leaves out what the feed does not know', async () => {
    arriveAt('#ceal-gallery.theme=eten)&amp;ceal-gallery.status=bloeiend');
    const element = await far(GALLERY);
    await focusOn('1 onderneming');
    expect(all(element, '[part~=chip]').map(textOf)).to.have.length(1);
    (focused() as HTMLElement).blur();
    arriveAt('#ceal-timeline.kind=nergens');
    await far(TIMELINE);
    await focusOn('2 bijeenkomsten');
  });
});
