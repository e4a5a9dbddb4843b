# The frame of every page, and words that many pages share.

skip = Перейти к содержанию
nav-main = Разделы
nav-languages = Язык
nav-breadcrumb = Вы здесь
nav-home = Главная
nav-compare = Сравнение
nav-indicators = Показатели
nav-claims = Утверждения
nav-assessments = Оценки
nav-follow-up = Выполнение
nav-sources = Источники
nav-methods = Методика
nav-data = Данные
search-label = Поиск по всему, что здесь опубликовано
search-button = Найти
footer-about = Открытые сведения о торговле людьми и современном рабстве по странам. У каждого числа на этих страницах указано, как оно получено и откуда взято.
footer-licence = Лицензия данных
footer-licence-text = Данные индекса: Walk Free, Global Slavery Index 2018 и 2023 годов, приводятся как факты с указанием источника. Для остальных данных действует лицензия их источника. Программа — свободное программное обеспечение.
footer-this-copy = Этот экземпляр
footer-copy = Pana { $version } · наблюдений: { $observations-written }, источников: { $sources-written }. Контуры на картах служат только для ориентации и не выражают мнения о статусе какой-либо территории.

error-not-found = По этому адресу ничего нет
error-not-found-next = Возможно, в адресе опечатка или страница называется иначе. Воспользуйтесь поиском или начните с главной страницы.
error-unanswerable-next = Измените запрос и попробуйте ещё раз.
error-failure = Эту страницу не удалось составить
error-failure-next = Попробуйте ещё раз немного позже. Если ошибка повторится, сообщите тому, кто обслуживает этот экземпляр: операция { $operation }.

# Words that many pages share
dotted = Нажмите на число с точечным подчёркиванием — увидите, как оно получено.
how = Откуда это известно
key-figures = Главные цифры
edition = Издание
on-this-page = На этой странице
sources = Источники
input = Величина
value = Значение
source = Источник
locator = Место в источнике
optional = необязательно
total = Итог
difference = Разница
regional-mean = Среднее по региону
mean-note = В среднем по региону каждая страна, у которой есть балл, учтена один раз.
versus = среднее { $mean }
chart-table = Таблица к диаграмме: { $title }
map-table = Таблица к карте: { $title }
column-measure = Величина
column-country = Страна
column-indicator = Показатель
