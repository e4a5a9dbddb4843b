# Search.

search-title = Search
search-title-for = Search: { $q }
search-again = Search again
search-empty = Type one or more words. Results that have all of them are shown.
search-nothing = Nothing was found for “{ $q }”.
search-found = { $n ->
    [one] { $n-written } result for “{ $q }”, in Kazakh, Russian and English texts
   *[other] { $n-written } results for “{ $q }”, in Kazakh, Russian and English texts
 }
search-what-to-do = Try fewer words or only the beginning of a word, in Kazakh, Russian or English; or begin with one of the lists:
search-to-countries = Countries, on the home page
search-to-indicators = All indicators
search-to-claims = All claims
search-to-sources = All sources
search-some-words = Nothing has all of these words. What follows has some of them; what has more comes first.
search-no-more = There are no results on this page. Go back to the first one.
search-kinds = Kinds of results
search-kind-all = All
search-pages = Pages of results
search-help = How to search
search-help-forms = A word is found in all its forms: “victim” also finds “victims”.
search-help-beginning = The last word may be unfinished: “traff” finds “trafficking”.
search-help-phrase = Words in quotation marks must follow each other exactly so: “forced labour”.
search-help-without = A minus in front of a word leaves out what contains it: forced -marriage.
search-help-codes = Codes are found too: KAZ, KZ-10, S001-01, vict.identified.
search-help-letters = Words may be Kazakh, Russian or English, whatever the language of the page. Kazakh letters may be typed as the Russian ones that resemble them: “казак” finds “қазақ”.
search-kind-place = Countries and places
search-kind-indicator = Indicators
search-kind-method = Methods
search-kind-source = Sources
search-kind-observation = Figures
search-is-place = Place
search-is-indicator = Indicator
search-is-method = Method
search-is-source = Source
search-is-observation = Figure
