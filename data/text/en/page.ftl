# The frame of every page, and words that many pages share.

skip = Skip to content
nav-main = Main
nav-languages = Language
nav-breadcrumb = You are here
nav-home = Home
nav-compare = Compare
nav-indicators = Indicators
nav-claims = Claims
nav-assessments = Assessments
nav-follow-up = Follow-up
nav-sources = Sources
nav-methods = Methods
nav-data = Data
search-label = Search everything public here
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

# Words that many pages share
dotted = A dotted figure opens how it was made.
how = How we know
key-figures = Key figures
edition = Edition
on-this-page = On this page
sources = Sources
input = Value
value = Number
source = Source
locator = Where in the source
optional = optional
total = Total
difference = Difference
regional-mean = Regional mean
mean-note = The regional mean counts every country of the region that has the score once.
versus = mean { $mean }
chart-table = The table behind the chart: { $title }
map-table = The table behind the map: { $title }
column-measure = Measure
column-country = Country
column-indicator = Indicator
