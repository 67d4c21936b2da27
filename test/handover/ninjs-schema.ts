import type { Schema } from '@cfworker/json-schema';

// What IPTC ninjs 3.1 (iptc.org/standards/ninjs) says of the properties that we write, said again in our own words: the
// standard's schema knows twice as many. A property that is not here is a fault, so one that we begin to write must be
// looked up in the standard first.

const text = { type: 'string' } as const;
const uri = { type: 'string', format: 'uri' } as const;
const moment = { type: 'string', format: 'date-time' } as const;
const count = { type: 'integer' } as const;

/** An object that has these properties and no others. */
const only = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
});

const list = (items: Schema): Schema => ({ type: 'array', items });

/** A text in one of several roles, such as a headline. */
const said = { role: text, contentType: text, value: text };

/** Somebody or something, by name or by its code in a vocabulary. */
const named = { name: text, uri, literal: text };

const item: Schema = {
  type: 'object',
  properties: {
    uri,
    type: {
      enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'],
    },
    representationType: { enum: ['full', 'partial'] },
    standard: only({ name: text, version: text, schema: uri }),
    pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
    firstCreated: moment,
    versionCreated: moment,
    language: text,
    title: text,
    headlines: list(only(said, ['value'])),
    descriptions: list(only(said, ['value'])),
    by: text,
    located: text,
    bodies: list(only({ ...said, charCount: count, wordCount: count }, ['value'])),
    people: list(only({ ...named, rel: text })),
    infoSources: list(only({ ...named, role: text })),
    subjects: list(only({ ...named, rel: text, creator: text })),
    copyrightNotice: text,
    digitalSourceType: only(named),
    renditions: list(
      only({ name: text, href: uri, contentType: text, width: count, height: count, sizeInBytes: count }, ['name']),
    ),
    associations: list({
      $ref: '#/$defs/item',
      properties: { name: text, rel: text },
      required: ['name', 'uri'],
      unevaluatedProperties: false,
    }),
  },
};

/** A JSON Schema (2020-12) of the part of ninjs that articles fill. */
export const ninjsSchema: Schema = {
  $ref: '#/$defs/item',
  $defs: { item },
  required: ['uri'],
  unevaluatedProperties: false,
};
