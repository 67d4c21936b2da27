import assert from 'node:assert/strict';
import { pictureWords } from '../../src/model/picture-words.ts';

const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];

/** 陆晓晴 in GB18030. */
const luInGb = [0xc2, 0xbd, 0xcf, 0xfe, 0xc7, 0xe7];

const dataset = (record: number, set: number, value: readonly number[]): number[] => [
  0x1c,
  record,
  set,
  value.length >> 8,
  value.length & 255,
  ...value,
];

function segment(marker: number, body: readonly number[]): number[] {
  const length = body.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...body];
}

/** A JPEG's head with an IPTC record, after a resource of another kind. */
function withIptc(record: readonly number[]): Uint8Array {
  const resource = (id: number, body: readonly number[]): number[] => [
    ...bytes('8BIM'),
    id >> 8,
    id & 255,
    0,
    0,
    0,
    0,
    body.length >> 8,
    body.length & 255,
    ...body,
    ...(body.length % 2 ? [0] : []),
  ];
  const photoshop = [...bytes('Photoshop 3.0\0'), ...resource(0x03ed, [1, 2, 3]), ...resource(0x0404, record)];
  return Uint8Array.from([0xff, 0xd8, ...segment(0xe0, bytes('JFIF\0')), ...segment(0xed, photoshop), 0xff, 0xda]);
}

const withXmp = (packet: string): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, ...segment(0xe1, bytes(`http://ns.adobe.com/xap/1.0/\0${packet}`)), 0xff, 0xda]);

describe('what a picture says of itself', () => {
  it('is read from IPTC in UTF-8, said to be so or not, and in GB18030', () => {
    const caption = bytes('河湾镇的渡口\n  清晨。');
    const utf8 = dataset(1, 90, [0x1b, 0x25, 0x47]);
    for (const head of [utf8, []])
      assert.deepEqual(
        pictureWords(withIptc([...head, ...dataset(2, 120, caption), ...dataset(2, 80, bytes('高远、周砚'))])),
        { caption: '河湾镇的渡口 清晨。', photographers: ['高远', '周砚'] },
      );
    assert.deepEqual(pictureWords(withIptc([...dataset(2, 80, luInGb), ...dataset(2, 120, luInGb)])), {
      caption: '陆晓晴',
      photographers: ['陆晓晴'],
    });
  });

  it('is read from XMP where there is no IPTC', () => {
    const packet =
      '<rdf:RDF><dc:description><rdf:Alt><rdf:li xml:lang="x-default">A ferry &amp; its crew</rdf:li></rdf:Alt></dc:description>' +
      '<dc:creator><rdf:Seq><rdf:li>Ann Lee</rdf:li><rdf:li>Bo Hart</rdf:li></rdf:Seq></dc:creator></rdf:RDF>';
    assert.deepEqual(pictureWords(withXmp(packet)), {
      caption: 'A ferry & its crew',
      photographers: ['Ann Lee', 'Bo Hart'],
    });
  });

  it('is nothing for what is cut off, broken or no JPEG', () => {
    const whole = withIptc([...dataset(2, 120, bytes('河湾镇')), ...dataset(2, 80, bytes('高远'))]);
    for (let length = 0; length < whole.length; length++) pictureWords(whole.subarray(0, length));
    for (let at = 0; at < whole.length; at++) {
      const broken = Uint8Array.from(whole);
      broken[at] = 255;
      pictureWords(broken);
    }
    for (const other of [[], bytes('<svg/>'), [0x89, 0x50], [0xff, 0xd8, 0xff, 0xed, 0, 0]])
      assert.deepEqual(pictureWords(Uint8Array.from(other)), { caption: '', photographers: [] });
  });

  it('takes time that grows with the head', () => {
    const time = (count: number): number => {
      const packet = '<dc:description>'.repeat(count) + '<rdf:li '.repeat(count);
      const begun = process.cpuUsage().user;
      for (let run = 0; run < 20; run++) pictureWords(withXmp(packet.slice(0, 60_000)));
      return process.cpuUsage().user - begun;
    };
    time(500);
    assert.ok(time(4000) < 40 * Math.max(time(500), 2000));
  });
});
