# Search.

search-title = Search
search-title-for = Search: { $q }
search-again = Search again
search-empty = Type one or more words, or the beginnings of words: all of them must occur.
search-nothing = Nothing was found for “{ $q }”.
search-found = { $n ->
    [one] { $n-written } result for “{ $q }”, in Kazakh, Russian and English texts
   *[other] { $n-written } results for “{ $q }”, in Kazakh, Russian and English texts
 }
search-at-most = Only the first { $n-written } are listed: add a word to narrow the search.
search-what-to-do = Try fewer words or only the beginning of a word, in Kazakh, Russian or English; or begin with one of the lists:
search-to-countries = Countries, on the home page
search-to-indicators = All indicators
search-to-sources = All sources
search-kind-places = Countries and places
search-kind-indicators = Indicators
search-kind-sources = Sources
search-kind-findings = Findings
search-kind-recommendations = Recommendations
search-kind-commitments = Commitments
search-kind-claims = Claims
search-is-place = Place
search-is-indicator = Indicator
search-is-source = Source
search-is-findings = Finding
search-is-recommendations = Recommendation
search-is-commitments = Commitment
search-is-claims = Claim
