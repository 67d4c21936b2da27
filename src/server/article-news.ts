import { type ArticleValues, articleValues } from '../engine/newsroom-values.ts';
import { type Trace, traceOf } from '../engine/traces.ts';
import { type FactSource, wantedBy } from '../newsroom/facts.ts';
import { owningFolder } from '../newsroom/find-house.ts';
import type { Houses } from '../newsroom/houses.ts';
import type { NewsroomIndex } from '../newsroom/newsroom-index.ts';
import { readText, type World } from '../newsroom/world.ts';
import { gathered } from './gathered.ts';
import type { Reviewed } from './reviews.ts';

/** What articles say is taken down in the index, and others that it concerns are looked at anew. */
interface ArticleNews {
  /** An article was reviewed. Returns the others that are looked at anew, since it said something else before. */
  takeDown(reviewed: Reviewed): Promise<ReadonlySet<string>>;
  /** The file of an article that is not open may say something else. */
  readAgain(uri: string): Promise<void>;
}

interface Sources {
  readonly world: World;
  readonly index: NewsroomIndex;
  readonly houses: Houses;
  readonly facts: FactSource;
  folders(): readonly string[];
  /** Something else may be found in an article. */
  lookAnew(uri: string): void;
  /** Something that was known is stale. */
  changed(): void;
}

/** How long no article has come before it is looked whom the new ones concern. Milliseconds. */
const settling = 300;

export function articleNews({ world, index, houses, facts, folders, lookAnew, changed }: Sources): ArticleNews {
  const newcomers = gathered(settling, (uris) => void meet(uris).catch(() => {}));

  /** Returns the others that it concerns when an article says something else than before. */
  async function says(uri: string, values: ArticleValues, trace: () => Trace): Promise<ReadonlySet<string>> {
    const { before, concerned, isNew } = index.note(uri, values, trace);
    if (before === undefined && concerned.size === 0 && !isNew) return concerned;
    changed();
    const told = new Set(concerned);
    if (before) {
      const inForce = await houses.of(uri);
      for (const other of await facts.concerned([before, values], inForce, owningFolder(folders(), uri)))
        told.add(other);
    }
    told.delete(uri);
    for (const other of told) lookAnew(other);
    if (isNew) newcomers.add(uri);
    return told;
  }

  /** Of many articles that come at once, a ledger that has them all names whom they concern. */
  async function meet(uris: readonly string[]): Promise<void> {
    for (const uri of uris)
      for (const other of await facts.sharers(uri, await houses.of(uri), await houses.limitOf(uri)))
        if (other !== uri) lookAnew(other);
  }

  return {
    takeDown({ uri, inForce, isArticle, article }) {
      const wanted = isArticle ? wantedBy(article, inForce.house) : undefined;
      const { text, frontMatter } = article;
      return says(uri, wanted?.values ?? new Map(), () => wanted?.trace ?? traceOf(text, frontMatter));
    },
    async readAgain(uri) {
      const text = (await readText(world, uri)) ?? '';
      await says(uri, articleValues(text), () => traceOf(text));
    },
  };
}
