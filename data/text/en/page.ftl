# The frame of every page.

skip = Skip to content
nav-main = Main
nav-languages = Language
nav-breadcrumb = You are here
nav-home = Home
nav-compare = Compare
nav-indicators = Indicators
nav-sources = Sources
nav-methods = Methods
nav-data = Data
search-label = Search countries, indicators and sources
search-button = Search
footer-about = Public knowledge about human trafficking and modern slavery, country by country. Every figure on these pages opens how it was made and where it comes from.
footer-licence = Licence of the facts
footer-licence-text = Index figures: Walk Free, Global Slavery Index 2018 and 2023, cited as facts with their source. Other facts carry the licence of their source. The program is free software.
footer-this-copy = This copy
footer-copy = Pana { $version } · { $observations-written } observations from { $sources-written } sources. Map outlines are for orientation only and imply no opinion on the status of any territory.

error-not-found = There is nothing at this address
error-not-found-next = The address may be mistyped, or the page may have another name. Search for it, or begin at the home page.
error-unanswerable-next = Change the question and try again.
error-failure = This page could not be made
error-failure-next = Try again in a moment. If it happens again, tell the person who runs this copy: operation { $operation }.

home-title = Modern slavery, country by country
derivations = How it was made
derivations-title = How it was made: { $title }
derivations-lead = Every figure and every sentence of the snapshot with its rule, its formula and the values it started from. A value opens the observation, with its source.
input = Value
value = Number
source = Source
how = How we know
key-figures = Key figures
