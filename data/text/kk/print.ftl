# The printed snapshot: what the paper says besides the snapshot itself.

print-kind = Елдік шолу
print-subject = { $edition } деректері бойынша қазіргі заманғы құлдық
print-country = Ел
print-mean = Өңір бойынша орташа
print-activity = Міндет
print-remaining = Не өзгеруге тиіс
print-total = Нәтиже
print-more = Тізімнің жалғасы елдің бетінде берілген.
print-region = { $region }: елдер бойынша бағалаулар
print-per-thousand = 1 000 адамға
print-people = адам
print-without = Бағалау жарияланбаған:
print-sources = Дереккөздер
print-places = Дереккөздегі орны:
print-source = Дереккөз: { $publisher }, { $edition }.
print-derivations = Әрбір сан мен сөйлемнің қалай алынғаны: { $path } беті
print-page = { $pages } беттің { $page }-беті
