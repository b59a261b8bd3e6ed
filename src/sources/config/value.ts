import type { Place } from '../../model/place.ts';
import { known, unknown, type Value, type Written } from '../../model/value.ts';

const open =
  /^(<.*>|\.{3,}|…|[xX*]{3,}|%\(?\w+\)?[%s]|(your|my)[-_ ].*|change_?me|[A-Z]+(_[A-Z]+)*_(KEY|ID|ARN|VALUE|HERE|SECRET|MD5|ENDPOINT|URL))$|\$\{|\$\(|\{\{|\$[A-Za-z_]\w*|<your|@@?\w+@|^!|^env\.|^\$/i;

/** What a setting says; references and what documentation writes in place of values are not known. */
export function textValue(text: string, place: Place, places: Written): Value {
  if (open.test(text))
    return unknown(`\`${text.slice(0, 40)}\` stands for a value`, { place, origin: text, ...places });
  return known(text, { place, ...places });
}
