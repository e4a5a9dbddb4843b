# The page of a country, and how each of its figures was made. $country is always in the nominative.

country-meta = Страновой обзор по данным { $edition }. Оценки относятся к { $year } году.
country-marks = Каждая чёрточка — страна региона; закрашенная отметка — { $country }, незакрашенная — среднее по региону.
country-basis-estimate = оценка модели
country-basis-score = сводный балл
country-take = Скачать
country-pdf = PDF для печати: две страницы, A4
country-json = JSON с расчётом каждого числа
country-compare = Сравнить с другими странами
country-map-note = Оттенок — { $unit }.
country-map-sorted = По убыванию неокруглённого значения; страны без оценки — по алфавиту.
country-vulnerability-chart = Уязвимость по измерениям
country-vulnerability-scale = Баллы от 0 до 100; чем выше балл, тем больше уязвимость.
country-response-chart = Реагирование государства по направлениям
country-response-scale = Процент от возможных баллов каждого направления.
country-finding = Что установлено
country-cost = Потеря в итоговом результате
country-activity = Задача
country-remaining = Что должно измениться
country-total-then = Итог: сейчас → станет
country-sources-lead = Всё на этой странице взято из этих источников.

derivations = Как получена каждая цифра
derivations-title = Как это получено: { $title }
derivations-lead = Каждая цифра и каждое предложение обзора с правилом, формулой и исходными значениями. Значение с точечным подчёркиванием открывает наблюдение и его источник.
derivations-back = Вернуться к этой части обзора
