import {
  absent,
  combine,
  known,
  list,
  mapArms,
  type RecordEntry,
  record,
  type Value,
} from '../../model/value.ts';
import { bind, type Environment, evaluate } from '../template/evaluate.ts';
import { laidOut, pairs } from '../template/members.ts';
import { attribute, type Block, type Body } from './syntax.ts';

const meta = new Set(['count', 'for_each', 'provider', 'depends_on']);
const metaBlocks = new Set(['lifecycle', 'provisioner', 'connection', 'timeouts']);

/** What a block says, as one record: attributes by name, and nested blocks as lists of records. */
export function valueOfBody(body: Body, env: Environment): Value {
  const entries = body.attributes
    .filter((each) => !meta.has(each.name))
    .map((each): RecordEntry => {
      const value = { ...evaluate(each.value, env), name: each.namePlace, entry: each.place };
      return { name: known(each.name, { place: each.namePlace }), value };
    });
  const groups = new Map<string, Value>();
  for (const block of body.blocks) {
    if (metaBlocks.has(block.type)) continue;
    const type = block.type === 'dynamic' ? (block.labels[0] ?? '') : block.type;
    const made =
      block.type === 'dynamic'
        ? dynamic(block, type, env)
        : list([valueOfBlock(block, env)], { place: block.place });
    const before = groups.get(type);
    groups.set(type, before ? appended(before, made) : made);
  }
  const nested = [...groups].map(([type, value]) => ({ name: known(type), value }));
  return record([...entries, ...nested], { place: body.place });
}

function valueOfBlock(block: Block, env: Environment): Value {
  return {
    ...valueOfBody(block.body, env),
    place: block.body.place,
    name: block.typePlace,
    entry: block.place,
  };
}

function appended(before: Value, more: Value): Value {
  return combine(before, more, (a, b) => {
    if (a.is !== 'list' || b.is !== 'list') return a.is === 'list' ? b : a;
    return { ...list([...a.items, ...b.items], { place: a.place }), rest: a.rest ?? b.rest };
  });
}

/** `dynamic "rule" { for_each = … content { … } }`: a block for each entry. */
function dynamic(block: Block, type: string, env: Environment): Value {
  const over = attribute(block.body, 'for_each');
  const content = block.body.blocks.find((each) => each.type === 'content');
  if (!over || !content) return absent;
  const iterator = attribute(block.body, 'iterator')?.value;
  const name = iterator?.form === 'reference' ? iterator.name : type;
  const collection = evaluate(over.value, env);
  const blocks = mapArms(collection, (plain) => {
    if (plain.is === 'unknown') return { ...list([]), rest: plain };
    if (plain.is !== 'list' && plain.is !== 'record') return list([]);
    const isSet = plain.is === 'list';
    const items = pairs(plain).map(([key, value]) => {
      const it = record([
        { name: known('key'), value: isSet ? value : key },
        { name: known('value'), value },
      ]);
      return {
        ...valueOfBody(content.body, bind(env, new Map([[name, it]]))),
        place: content.body.place,
        entry: block.place,
      };
    });
    return { ...list(items), rest: plain.rest };
  });
  return laidOut(blocks);
}
