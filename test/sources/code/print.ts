import type {
  Argument,
  ClassStatement,
  Entry,
  Expression,
  FunctionForm,
  Spread,
  Statement,
} from '../../../src/evaluate/form.ts';

/** The form of a program on one line a statement, as short as can be read. */
export function print(body: Statement[], indent = ''): string {
  return body.map((each) => `${indent}${statement(each, `${indent}  `)}`).join('\n');
}

function within(body: Statement[], indent: string): string {
  return body.length ? `\n${print(body, indent)}` : '';
}

function statement(of: Statement, indent: string): string {
  switch (of.form) {
    case 'bind':
      return `bind ${of.name}${of.type ? `: ${show(of.type)}` : ''}${of.value ? ` = ${show(of.value)}` : ''}`;
    case 'assign':
      return `${show(of.target)} ${of.operator} ${show(of.value)}`;
    case 'run':
      return show(of.expression);
    case 'branch':
      return `if ${show(of.condition)}${within(of.then, indent)}${of.otherwise.length ? `\n${indent.slice(2)}else${within(of.otherwise, indent)}` : ''}`;
    case 'switch':
      return `switch ${of.subject ? show(of.subject) : ''}${of.cases
        .map(
          (each) => `\n${indent}case ${each.tests.map(show).join(' | ')}${within(each.body, `${indent}  `)}`,
        )
        .join('')}`;
    case 'loop':
      return `loop ${of.bind ?? ''}${of.over ? ` in ${show(of.over)}` : ''}${within(of.body, indent)}`;
    case 'block':
      return `block${within(of.body, indent)}`;
    case 'return':
      return `return${of.value ? ` ${show(of.value)}` : ''}`;
    case 'leave':
      return 'leave';
    case 'function':
      return functionForm(of.function, indent);
    case 'class':
      return classForm(of, indent);
    case 'import':
      return `import ${of.name} = ${of.symbol}`;
  }
}

function classForm(of: ClassStatement, indent: string): string {
  const bases = of.bases.length ? `(${of.bases.map(show).join(', ')})` : '';
  const fields = of.fields.map(
    (each) => `\n${indent}${each.isStatic ? 'static ' : ''}${statement(each, indent)}`,
  );
  const methods = of.methods.map((each) => `\n${indent}${functionForm(each, `${indent}  `)}`);
  return `class ${of.name}${bases}${fields.join('')}${methods.join('')}${within(of.body, indent)}`;
}

function functionForm(of: FunctionForm, indent: string): string {
  const words = [of.isStatic && 'static', of.isConstructor && 'constructor', of.isGetter && 'getter'].filter(
    Boolean,
  );
  const params = of.params.map((each) => {
    const rest = each.rest === 'list' ? '*' : each.rest === 'record' ? '**' : '';
    return `${rest}${each.name}${each.type ? `: ${show(each.type)}` : ''}${each.default ? ` = ${show(each.default)}` : ''}`;
  });
  return `${[...words, 'function'].join(' ')} ${of.name ?? ''}(${params.join(', ')})${within(of.body, indent)}`;
}

export function show(of: Expression): string {
  switch (of.form) {
    case 'literal':
      return JSON.stringify(of.value);
    case 'reference':
      return of.name;
    case 'member':
      return of.name.form === 'literal' && /^\w+$/.test(String(of.name.value))
        ? `${show(of.of)}.${of.name.value}`
        : `${show(of.of)}[${show(of.name)}]`;
    case 'record':
      return `${of.type ? `${show(of.type)} ` : ''}{${of.entries.map(entry).join(', ')}}`;
    case 'list':
      return `[${of.items.map((each) => ('spread' in each ? `...${show(each.spread)}` : show(each))).join(', ')}]`;
    case 'call':
      return `${show(of.callee)}(${of.args.map(argument).join(', ')})`;
    case 'choice':
      return `(${show(of.condition)} ? ${show(of.then)} : ${show(of.otherwise)})`;
    case 'template':
      return `\`${of.parts.map((each) => (each.form === 'literal' ? each.value : `\${${show(each)}}`)).join('')}\``;
    case 'operation':
      return of.operands.length === 1
        ? `${of.operator}${show(of.operands[0]!)}`
        : `(${of.operands.map(show).join(` ${of.operator} `)})`;
    case 'lambda':
      return `(${of.function.receiver ? 'this; ' : ''}${of.function.params.map((each) => each.name).join(', ')}) => { ${of.function.body.map((each) => statement(each, '  ').replace(/\n\s*/g, ' ; ')).join('; ')} }`;
    case 'opaque':
      return `?${of.parts?.length ? `(${of.parts.map(show).join(', ')})` : ''}`;
  }
}

function entry(of: Entry | Spread): string {
  return 'spread' in of ? `...${show(of.spread)}` : `${show(of.name)}: ${show(of.value)}`;
}

function argument(of: Argument): string {
  const name = of.name === undefined ? '' : `${of.name}=`;
  return `${name}${of.spread === 'list' ? '*' : of.spread ? '**' : ''}${show(of.value)}`;
}
