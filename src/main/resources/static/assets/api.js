// Draws the contract of /v3/api-docs as a page to read.
const place = document.getElementById('contract');

function part(tag, text, ...children) {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  node.append(...children);
  return node;
}

function typeOf(schema) {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').pop();
  if (schema.type === 'array') return typeOf(schema.items) + '[]';
  return [schema.type, schema.format && '(' + schema.format + ')', schema.enum && schema.enum.join(' | ')].filter(Boolean).join(' ');
}

function parameters(operation) {
  const list = part('ul');
  for (const one of operation.parameters ?? []) {
    list.append(part('li', `${one.in} ${one.name}${one.required ? ' *' : ''}: ${typeOf(one.schema)} ${one.description ?? ''}`));
  }
  const body = operation.requestBody?.content?.['application/json']?.schema;
  if (body) list.append(part('li', 'body: ' + typeOf(body)));
  for (const [status, answer] of Object.entries(operation.responses ?? {})) {
    const content = Object.values(answer.content ?? {})[0];
    list.append(part('li', `${status}: ${typeOf(content?.schema)}`));
  }
  return list;
}

const response = await fetch('/v3/api-docs');
if (response.ok) {
  const contract = await response.json();
  place.replaceChildren();
  for (const [path, methods] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      place.append(part('section', '', part('h2', method.toUpperCase() + ' ' + path), part('p', operation.summary ?? ''),
        parameters(operation)));
    }
  }
  place.append(part('h2', 'Schemas'));
  for (const [name, schema] of Object.entries(contract.components?.schemas ?? {})) {
    const list = part('ul');
    for (const [key, value] of Object.entries(schema.properties ?? {})) list.append(part('li', key + ': ' + typeOf(value)));
    place.append(part('section', '', part('h3', name), list));
  }
} else {
  place.textContent = String(response.status);
}
