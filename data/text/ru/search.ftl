# Search.

search-title = Поиск
search-title-for = Поиск: { $q }
search-again = Искать ещё раз
search-empty = Введите одно или несколько слов либо начала слов: должны встретиться все.
search-nothing = По запросу «{ $q }» ничего не найдено.
search-found = { $n ->
    [one] { $n-written } результат по запросу «{ $q }» в казахских, русских и английских текстах
    [few] { $n-written } результата по запросу «{ $q }» в казахских, русских и английских текстах
    [many] { $n-written } результатов по запросу «{ $q }» в казахских, русских и английских текстах
   *[other] { $n-written } результата по запросу «{ $q }» в казахских, русских и английских текстах
 }
search-at-most = Показаны только первые { $n-written }: добавьте слово, чтобы сузить поиск.
search-what-to-do = Попробуйте меньше слов или только начало слова — по-казахски, по-русски или по-английски; или начните с одного из списков:
search-to-countries = Страны, на главной странице
search-to-indicators = Все показатели
search-to-sources = Все источники
search-kind-places = Страны и места
search-kind-indicators = Показатели
search-kind-sources = Источники
search-kind-findings = Выводы
search-kind-recommendations = Рекомендации
search-kind-commitments = Обязательства
search-kind-claims = Утверждения
search-is-place = Место
search-is-indicator = Показатель
search-is-source = Источник
search-is-findings = Вывод
search-is-recommendations = Рекомендация
search-is-commitments = Обязательство
search-is-claims = Утверждение
