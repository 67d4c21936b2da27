import assert from 'node:assert/strict';
import type { Facts } from '../../src/checks/check.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const facts: Facts = { files: new Map(), now: 0 };

describe('German and French quotations', () => {
  const found = (text: string, house = shippedHouse('plain')): readonly string[] =>
    review(parseArticle(text), house, facts)
      .findings.filter(({ check }) => !check.startsWith('missing-'))
      .map(({ at, check, severity }) => `${text.slice(at.start, at.end)} ${check} ${severity}`);

  it('are left as they are, in Chinese text and in their own, whatever the house', () => {
    const texts = [
      '陆晓晴用德语说：„Guten Morgen“，然后走了。',
      '横幅上写着„欢迎“两个字，旁边是„再见“，他说：“好。”',
      '他说：“横幅上写着„Willkommen“，很大。”然后走了。',
      '德文书名„Die Fähre“、„Die Brücke“和《渡口》都在展出。',
      '陆晓晴说：« Bonjour »，展名为«Bonjour»，‹Bonjour›，»Guten Tag«，很好。',
      'Der Bürgermeister sagte: „Wir bauen die Brücke im Mai.“ Danach ging er in die „Alte Post“ und sprach mit den Leuten.',
      'Er rief ‚Halt!‘ und „Er sagte ‚Halt‘ zu mir“, dann kam die »Fähre« nicht mit.',
      'Die »Fähre« von Haizhou (im Norden) ist „neu“ – 3,5 Mio. Euro – und fährt ab 8.30 Uhr, sagt Lu: „Na und?“',
      'Le maire a dit : « Nous construirons le pont en mai. » Puis il est parti ; est-ce vrai ? Oui !',
      'Elle a dit : « Il m’a crié “Stop” hier », puis 30 % des gens sont partis. « Ce n’est pas dans le pont ! »',
      'Le pont, a dit le maire, est « le plus beau des « petits ponts » du village.',
      '» Et les gens sont partis avec des sacs dans le village. »\n\n» Puis il est parti avec les sacs du village.',
      'Borgmesteren sagde: „Der er den bro, som dem i byen venter på”. Så gik han hjem.',
      'De burgemeester zei: „Die brug is niet klaar”. Daarna ging hij met de mensen naar het dorp.',
      'Burmistrz powiedział: „Zbudujemy most w maju”. Potem poszedł do domu.',
    ];
    for (const name of ['plain', 'china-report', 'wire'] as const) {
      const house = shippedHouse(name);
      for (const text of texts) {
        assert.deepEqual(found(text, house), [], text);
        assert.equal(fixAll(text, house, facts).text, text);
      }
    }
  });

  it('are found where they are closed by another mark, or by none', () => {
    const german = 'Der Bürgermeister sagte: „Wir bauen die Brücke” und ging mit den Leuten in die „Alte Post".';
    assert.deepEqual(found(german), ['” unpaired-marks warning', '" unpaired-marks warning']);
    assert.equal(fixAll(german, shippedHouse('plain'), facts).text, german);
    assert.deepEqual(found('Er sagte: „Die Fähre ist nicht da und ging mit den Leuten.'), ['„ unpaired-marks error']);
    assert.deepEqual(found('Le maire a dit : « Le pont est dans le village, et il est parti avec les gens.'), [
      '« unpaired-marks error',
    ]);
    assert.deepEqual(
      found('„Die Fähre ist nicht da und die Brücke ist zu.\n\n„Die Leute sind mit dem Boot und nicht ein Mal da.“'),
      [],
    );
  });
});
