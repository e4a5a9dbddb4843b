# The printed snapshot: what the paper says besides the snapshot itself.

print-kind = Country snapshot
print-subject = Modern slavery in the figures of the { $edition }
print-country = Country
print-mean = Regional mean
print-activity = Activity
print-remaining = What must change
print-total = Total
print-more = The country’s page lists more.
print-region = { $region }: estimates by country
print-per-thousand = per 1,000
print-people = people
print-without = No estimate published:
print-sources = Sources
print-places = Where in it:
print-source = Source: { $publisher }, { $edition }.
print-derivations = How each figure and sentence was made: page { $path }
print-page = Page { $page } of { $pages }
