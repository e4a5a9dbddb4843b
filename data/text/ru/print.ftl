# The printed snapshot: what the paper says besides the snapshot itself.

print-kind = Страновой обзор
print-subject = Современное рабство по данным { $edition }
print-country = Страна
print-mean = Среднее по региону
print-activity = Задача
print-remaining = Что должно измениться
print-total = Итог
print-more = Продолжение списка — на странице страны.
print-region = { $region }: оценки по странам
print-per-thousand = на 1 000
print-people = человек
print-without = Оценка не опубликована:
print-sources = Источники
print-places = Место в источнике:
print-source = Источник: { $publisher }, { $edition }.
print-derivations = Как получены каждая цифра и каждое предложение: страница { $path }
print-page = Страница { $page } из { $pages }
