// Generates the code samples of each operation in docs/openapi.yaml from the examples of its parameters and body.
// With --check, writes nothing and fails if the samples are out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { HTTPSnippet } from '@readme/httpsnippet';
import { parse } from 'yaml';

const FILE = new URL('../../../docs/openapi.yaml', import.meta.url);
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const LANGUAGES = [
  ['shell', 'curl', 'shell', 'curl'],
  ['javascript', 'JavaScript', 'javascript', 'fetch'],
  ['javascript', 'Node.js', 'node', 'fetch'],
  ['python', 'Python', 'python', 'requests'],
  ['java', 'Java', 'java', 'nethttp'],
  ['csharp', 'C#', 'csharp', 'httpclient'],
  ['php', 'PHP', 'php', 'curl'],
  ['go', 'Go', 'go', 'native'],
  ['ruby', 'Ruby', 'ruby', 'native'],
  ['r', 'R', 'r', 'httr'],
];

const text = readFileSync(FILE, 'utf8');
const document = parse(text);

const resolved = (node) => node?.$ref ? node.$ref.slice(2).split('/').reduce((at, name) => at[name], document) : node;

/** The media type passed to httpsnippet for signed bodies: it would reformat JSON in each language, but these bytes must not change. */
const VERBATIM = 'text/plain';

/** Returns the request as an entry of an HTTP archive (HAR), with the parameters that have an example. */
function request(path, method, operation) {
  const parameters = (operation.parameters ?? []).map(resolved).filter((parameter) => parameter.example !== undefined);
  const of = (place) => parameters.filter((parameter) => parameter.in === place)
    .map(({ name, example }) => ({ name, value: String(example) }));
  const har = {
    method: method.toUpperCase(),
    url: document.servers[0].url + of('path').reduce((url, { name, value }) => url.replace(`{${name}}`, value), path),
    httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: -1,
    headers: of('header'),
    queryString: of('query'),
  };
  if (operation.security?.some((scheme) => 'caller_key' in scheme)) {
    har.headers.push({ name: 'Authorization', value: 'Bearer 8f3kq0zv5m1x7c2n9b4d' });
  }
  if (operation.security?.some((scheme) => 'altegio_token' in scheme)) {
    har.headers.push({ name: 'Authorization', value: 'Bearer altegio-sandbox-token' });
  }
  if (operation.requestBody) {
    const [mimeType, { examples }] = Object.entries(resolved(operation.requestBody).content)[0];
    har.headers.unshift({ name: 'Content-Type', value: mimeType });
    const signed = operation.security?.some((scheme) => 'webhook_signature' in scheme || 'shop_signature' in scheme);
    har.postData = { mimeType: signed ? VERBATIM : mimeType, text: JSON.stringify(resolved(Object.values(examples)[0]).value) };
  }
  return har;
}

function sample(har, [lang, label, target, client]) {
  const [source] = new HTTPSnippet(har).convert(target, client);
  const lines = source.replace(VERBATIM, 'application/json').trimEnd().split('\n').map((line) => line.trim() ? `            ${line.trimEnd()}\n` : '\n');
  return `        - lang: ${lang}\n          label: ${label}\n          source: |-\n${lines.join('')}`;
}

const operations = Object.entries(document.paths).flatMap(([path, item]) => METHODS.filter((method) => item[method])
  .map((method) => [path, method, item[method]]));
const generated = text.replace(/^ {6}x-codeSamples:.*\n(?: {8}.*\n|\n(?= {8}))*/gm, () => {
  const har = request(...operations.shift());
  return `      x-codeSamples: # by src/test/reference\n${LANGUAGES.map((language) => sample(har, language)).join('')}`;
});

if (operations.length > 0) {
  throw new Error(`No x-codeSamples to replace in: ${operations.map(([path, method]) => `${method} ${path}`)}`);
}
if (process.argv.includes('--check')) {
  if (generated !== text) {
    throw new Error('The code samples in docs/openapi.yaml are not up to date: npm run samples');
  }
  console.log('The code samples in docs/openapi.yaml are up to date');
} else {
  writeFileSync(FILE, generated);
}
