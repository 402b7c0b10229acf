// Generates docs/*.svg from the Graphviz sources docs/*.dot, in which every node has its place. With --check, writes nothing and
// fails if a diagram is out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { instance } from '@viz-js/viz';

const DOCS = new URL('../../../docs/', import.meta.url);
const FONTS = "Helvetica, Arial, 'Liberation Sans', sans-serif";

const viz = await instance();

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Returns what the comment at the start of a source says of the diagram: the title in its first line, then the description. */
function described(source) {
  const lines = source.slice(0, source.indexOf('digraph')).split('\n').filter((line) => line.startsWith('//'))
    .map((line) => line.slice(2).trim());
  return { title: lines[0], description: lines.slice(1).join(' ') };
}

/** Returns the diagram, with one title instead of Graphviz's own for each node, fonts that most systems have, and bold lines. */
function drawn(source) {
  const { title, description } = described(source);
  const graphviz = viz.renderString(source, { engine: 'nop', format: 'svg' });
  const [, width, height] = graphviz.match(/viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"/);
  const content = graphviz.slice(graphviz.indexOf('<g '), graphviz.lastIndexOf('</svg>'))
    .replace(/<!--.*?-->\n/gs, '').replace(/<title>.*?<\/title>\n/gs, '').replaceAll(/ font-family="[^"]*"/g, '')
    .replaceAll(/<text ([^>]*)>\*/g, '<text $1 font-weight="bold">');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width)}" `
    + `height="${Math.round(height)}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" `
    + `font-family="${FONTS}">\n<title id="title">${escaped(title)}</title>\n`
    + `<desc id="description">${escaped(description)}</desc>\n${content}</svg>\n`;
}

for (const file of readdirSync(DOCS).filter((name) => name.endsWith('.dot')).sort()) {
  const target = new URL(file.replace(/\.dot$/, '.svg'), DOCS);
  const svg = drawn(readFileSync(new URL(file, DOCS), 'utf8'));
  if (!process.argv.includes('--check')) {
    writeFileSync(target, svg);
  } else if (readFileSync(target, 'utf8') !== svg) {
    console.error(`docs/${file.replace(/\.dot$/, '.svg')} is out of date: run npm run diagrams`);
    process.exitCode = 1;
  }
}
