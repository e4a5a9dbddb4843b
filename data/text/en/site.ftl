# The report as a folder of files.

site-search-title = Search
site-search-noscript = Search needs a script. Without it, the lists lead everywhere:
site-search-none = Nothing fits. Try the beginning of a word, or fewer words.
site-search-found = Found:
