// Width: a page may be long, but never wider than the window.

/// The elements that make the page wider than its window; none when it fits.
export async function overflow(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const room = root.clientWidth;
    if (root.scrollWidth <= room) return [];
    // What stands in a box that scrolls by itself, or is cut off there, does not widen the page.
    const contained = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > room + 1 && !contained(element),
    );
    const name = (element) => [element.localName, ...element.classList].join('.');
    const told = wide.slice(-4).map((element) => {
      const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 50);
      return `${name(element)} reaches ${Math.round(element.getBoundingClientRect().right)} px: "${text}"`;
    });
    return [`wider than the window: ${root.scrollWidth} of ${room} px`, ...told];
  });
}
