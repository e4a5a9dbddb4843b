// Pictures of pages, for people to look at. No story asks for one, and they take a good part of the time: `PICTURES=no` leaves them out.

import fs from 'node:fs';
import path from 'node:path';

/// Of a very long page people need not see the end.
const LONGEST = 5_000;

const wanted = process.env.PICTURES !== 'no';

/// Keeps a picture of the whole page as `pages/<name>.jpg`.
export async function keep(page, world, name) {
  if (!wanted) return;
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const folder = path.join(world.artefacts, 'pages');
  fs.mkdirSync(folder, { recursive: true });
  const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST) };
  await page.screenshot({ path: path.join(folder, `${name}.jpg`), type: 'jpeg', quality: 80, fullPage: true, clip });
}
