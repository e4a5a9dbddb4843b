// Text as a reader takes it in: how wide a space is, and where a line breaks, says nothing.

/// One plain space for every kind and run of white space. Thousands are parted by no-break spaces in Russian and Kazakh.
export function plain(text) {
  return text.normalize('NFC').replace(/\u00ad/g, '').replace(/[\s\u00a0\u2009\u202f]+/g, ' ').trim();
}

/// No spaces and no hyphens at all: a line of paper may end anywhere.
export function bare(text) {
  return plain(text).replace(/[ \-\u2010\u2011]/g, '');
}
