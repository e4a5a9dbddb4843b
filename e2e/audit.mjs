// The accessibility audit: every rule of WCAG 2.2 A and AA that axe-core can decide.

import { createRequire } from 'node:module';

const axe = createRequire(import.meta.url)('axe-core');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/// What axe-core finds on an open page, a line for each element; nothing when all is well.
/// `only` names rules, where a second pass needs no others.
export async function audit(page, only) {
  // Evaluated by the debugger, which the page's policy does not bind: the page stays as strict as it was served.
  await page.evaluate(axe.source);
  const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: TAGS };
  const { violations } = await page.evaluate(
    (options) => globalThis.axe.run(document, options),
    { runOnly, resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, help, nodes }) => [
    `axe ${id}: ${help} (${nodes.length})`,
    ...nodes.slice(0, 4).map((node) => `  ${node.target.join(' ')}  ${brief(node.html)}  ${reason(node)}`),
  ]);
}

const brief = (html) => html.replace(/\s+/g, ' ').slice(0, 140);
const reason = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message).slice(0, 1).join('');
