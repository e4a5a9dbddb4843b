// Zoom: at 200 % on a desk, and on the narrowest window that WCAG asks for, no page needs sideways scrolling.

import { LANGUAGES, address, pages } from '../site.mjs';
import { nothing, open, visit } from '../visit.mjs';
import { overflow } from '../width.mjs';

// A window of 1280 px at 200 % is one of 640 px whose pixels are twice as fine; 320 px is 1280 px at 400 % (WCAG 1.4.10).
const WINDOWS = [{ width: 640, height: 450 }, { width: 320, height: 568 }];

export async function stories(world) {
  const kinds = await pages(world);
  return kinds.flatMap((kind) => LANGUAGES.map((lang) => [`${kind.kind} in ${lang}`, () => fits(world, kind, lang)]));
}

function fits(world, kind, lang) {
  return visit(world, { viewport: WINDOWS[0], deviceScaleFactor: 2 }, async (page) => {
    await open(page, address(kind, lang), kind.status);
    const findings = [];
    for (const window of WINDOWS) {
      await page.setViewportSize(window);
      findings.push(...(await overflow(page)).map((line) => `at ${window.width} px: ${line}`));
    }
    nothing(findings);
  });
}
