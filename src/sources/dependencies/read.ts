import type { Fact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { known, unknown, type Value } from '../../model/value.ts';
import type { Reading, SourceFile } from '../source.ts';
import { type Manifest, manifests } from './manifests.ts';
import { type EncryptionPackage, packages } from './packages.ts';
import { isBelowFixed } from './versions.ts';

/** The encryption libraries that a manifest names, each with its version. */
export function read(file: SourceFile): Reading {
  const manifest = manifestOf(file.path);
  const facts = manifest
    ? packages
        .filter((each) => each.ecosystem === manifest.ecosystem)
        .flatMap((each) => factsOf(each, manifest, file))
    : [];
  return { facts, faults: [] };
}

export function manifestOf(path: string): Manifest | undefined {
  return manifests.find((manifest) => manifest.files.test(path));
}

function factsOf(of: EncryptionPackage, manifest: Manifest, file: SourceFile): Fact<'cse'>[] {
  const matches = manifest.patterns(of.name).flatMap((pattern) => [...file.text.matchAll(pattern)]);
  return matches.map((match) => {
    const [start, end] = match.indices!.groups!.version!;
    const trimmed = start + match.groups!.version!.trimEnd().length;
    return fact(of, manifest, file, { file: file.path, start, end: Math.min(end, trimmed) });
  });
}

function fact(of: EncryptionPackage, manifest: Manifest, file: SourceFile, place: Place): Fact<'cse'> {
  const written = file.text.slice(place.start, place.end);
  const version = resolved(written, file.text);
  const below = version === undefined ? undefined : isBelowFixed(version, of.fixed);
  const open = unknown(`\`${written}\` does not say one side of ${of.fixed}`, { place });
  const belowFixed: Value = below === undefined ? open : known(below, { place });
  return {
    kind: 'cse',
    resource: of.name,
    place,
    via: manifest.ecosystem,
    source: 'dependencies',
    complete: false,
    fields: {
      library: known(of.library, { place }),
      version:
        version === undefined
          ? unknown(`\`${written}\` is set elsewhere`, { place })
          : known(version, { place }),
      belowFixed,
    },
  };
}

/** `${x.version}` of a pom is looked up in its properties; Gradle's variables are not followed. */
function resolved(written: string, text: string): string | undefined {
  const name = /^\$\{([\w.-]+)\}$/.exec(written)?.[1];
  if (name === undefined) return written.includes('$') ? undefined : written;
  const tag = name.replaceAll('.', '\\.');
  return new RegExp(`<${tag}>\\s*([^<\\s]+)\\s*</${tag}>`).exec(text)?.[1];
}
