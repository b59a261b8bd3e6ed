import { Buffer } from 'node:buffer';
import { type Known, unknown } from '../model/value.ts';
import type { BuiltinCall } from './builtins.ts';
import { mapThing, pathOf, type Thing } from './thing.ts';

type Codec = 'base64' | 'hex' | 'utf8';

/** Calls that give their argument, or their receiver, in another type only. */
const transparent = new Set(
  [
    'aws.String aws.Bool aws.Int64 aws.Int32 aws.ToString String str Some Ok Box.new Arc.new Rc.new string ptr.String',
    'toString to_string to_s to_sym to_owned into as_str as_ref clone unwrap expect to_str strip trim trim_end value',
    'toCharArray encode getBytes bytes bytearray utf8 c_str await String.from Optional.of Objects.requireNonNull',
    'std.string std.move std.make_optional Aws.String freeze Object.freeze readonly cast String.valueOf from_str',
    'FindValue GetServerSideEncryptionForName types.ServerSideEncryption ServerSideEncryptionMethod ServerSideEncryption.SdkUnknown',
    'fromValue fromString valueOf ToString parse Url.parse Uri Url.Url Uri.Uri URI.create java.net.URI.create URL.URL parse_str unwrap_or_default Box.pin lazy',
  ].flatMap((row) => row.split(' ')),
);

const encoders: Record<string, Codec> = {
  'base64.b64encode': 'base64',
  'base64.standard_b64encode': 'base64',
  'Base64.strict_encode64': 'base64',
  'Base64.encode64': 'base64',
  base64_encode: 'base64',
  btoa: 'base64',
  encodeToString: 'base64',
  EncodeToString: 'base64',
  'Convert.ToBase64String': 'base64',
  base64EncodedString: 'base64',
  'binascii.hexlify': 'hex',
  bin2hex: 'hex',
  hex: 'hex',
};

const decoders: Record<string, Codec> = {
  'base64.b64decode': 'base64',
  'base64.standard_b64decode': 'base64',
  'Base64.decode64': 'base64',
  'Base64.strict_decode64': 'base64',
  base64_decode: 'base64',
  atob: 'base64',
  DecodeString: 'base64',
  'Convert.FromBase64String': 'base64',
  'getDecoder.decode': 'base64',
  'bytes.fromhex': 'hex',
  'binascii.unhexlify': 'hex',
  hex2bin: 'hex',
};

/** A value in another type or encoding; undefined where the call is no conversion that is known. */
export function conversion(call: BuiltinCall): Thing | undefined {
  const path = pathFor(call);
  if (path.endsWith('Buffer.from')) return fromBuffer(call);
  const encoded = lookUp(encoders, path);
  const decoded = lookUp(decoders, path);
  if (encoded || decoded) {
    const subject = call.args[0]?.thing ?? call.receiver;
    return (
      subject && mapThing(subject, (thing) => recode(thing, decoded ?? 'bytes', encoded ?? 'bytes', path))
    );
  }
  return lookUp(transparentTable, path) ? passThrough(call) : undefined;
}

const transparentTable: Record<string, true> = Object.fromEntries(
  [...transparent].map((name) => [name, true]),
);

function pathFor(call: BuiltinCall): string {
  const receiver = call.receiver ? pathOf(call.receiver) : '';
  return `${receiver}.${call.method}`.replace(/^\.?(\*\.)?/, '');
}

/** The longest ending of a dotted path that a table knows. */
function lookUp<T>(table: Record<string, T>, path: string): T | undefined {
  const segments = path.split(/[./]/);
  for (let from = Math.max(0, segments.length - 3); from < segments.length; from += 1) {
    const found = Object.hasOwn(table, segments.slice(from).join('.'))
      ? table[segments.slice(from).join('.')]
      : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `aws.String(x)` is x; `x.toString()` is x; on an object that was made elsewhere nothing is certain. */
function passThrough(call: BuiltinCall): Thing | undefined {
  const { receiver, args } = call;
  if (receiver && (receiver.is === 'known' || receiver.is === 'unknown' || receiver.is === 'absent')) {
    const codec = call.method === 'toString' ? codecOf(args[0]?.thing) : undefined;
    return codec && codec !== 'utf8' ? recode(receiver, 'bytes', codec, call.method) : receiver;
  }
  if (receiver?.is === 'instance') return undefined;
  const [first] = args;
  return args.length >= 1 && first && !first.spread && first.name === undefined ? first.thing : undefined;
}

function fromBuffer(call: BuiltinCall): Thing | undefined {
  const [subject, codec] = call.args;
  if (!subject) return undefined;
  return mapThing(subject.thing, (thing) =>
    recode(thing, codecOf(codec?.thing) ?? 'utf8', 'bytes', 'Buffer.from'),
  );
}

function codecOf(thing: Thing | undefined): Codec | undefined {
  const name = thing?.is === 'known' ? thing.value : undefined;
  return name === 'base64' || name === 'hex' || name === 'utf8' ? name : undefined;
}

function recode(thing: Thing, from: Codec | 'bytes', to: Codec | 'bytes', said: string): Thing {
  if (thing.is === 'unknown') {
    return { ...thing, origin: thing.origin && `${said}(${thing.origin})` };
  }
  if (thing.is !== 'known' || typeof thing.value !== 'string') {
    return unknown(`what \`${said}\` gives cannot be known`, { place: thing.place });
  }
  const bytes = bytesOf(thing, from);
  const text = to === 'bytes' ? bytes.toString('latin1') : bytes.toString(to);
  const { bytes: _, ...plain } = thing;
  return { ...plain, value: text, ...(to === 'bytes' && { bytes: true as const }) };
}

function bytesOf(value: Known, from: Codec | 'bytes'): Buffer {
  const text = String(value.value);
  if (value.bytes) return Buffer.from(text, 'latin1');
  return Buffer.from(text, from === 'bytes' ? 'utf8' : from);
}
