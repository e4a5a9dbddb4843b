# Screening: instruments, questions in our own words, answers, what the rule of an instrument says. Russian and Kazakh wording wants checking by a native reader who knows the instrument.

# ---- Instruments ----

screening-instrument-ilo-labour-adult = Индикаторы МОТ, трудовая эксплуатация: взрослые
screening-instrument-ilo-labour-child = Индикаторы МОТ, трудовая эксплуатация: дети
screening-instrument-ahtst = Краткий перечень для взрослых в медицинских и социальных службах (AHTST)
screening-instrument-iom = Скрининговое интервью (МОМ)
screening-instrument-kz-criteria-33002 = Критерии жестокого обращения (совместный приказ № 33002)
screening-version = редакция { $version }
screening-unverified = Ещё не сверено с публикацией:
screening-wording-to-check = Формулировки на этом языке ещё нужно проверить.
screening-not-validated = Издатель сообщает, что этот инструмент не прошёл валидацию.
screening-no-score = У этого инструмента нет баллов. Ответы ведут к разговору, а не к числу.

# ---- Answers ----

answer-yes = Да
answer-no = Нет
answer-unknown = Неизвестно
answer-declined = Не хочет отвечать
answer-not-asked = Не спрашивали
weight-strong = сильный
weight-medium = средний
weight-weak = слабый
audience-adult = для взрослых
audience-child = для детей и тех, кто может быть ребёнком
audience-any = для всех

# ---- Dimensions ----

dimension-deceptive-recruitment = Вербовка обманом
dimension-coercive-recruitment = Вербовка принуждением
dimension-recruitment-vulnerability = Вербовка с использованием уязвимого положения
dimension-exploitation = Эксплуатация
dimension-coercion-at-destination = Принуждение на месте
dimension-destination-vulnerability = Использование уязвимого положения на месте
screening-group-ilo-labour-deceptive-recruitment = { dimension-deceptive-recruitment }
screening-group-ilo-labour-coercive-recruitment = { dimension-coercive-recruitment }
screening-group-ilo-labour-recruitment-vulnerability = { dimension-recruitment-vulnerability }
screening-group-ilo-labour-exploitation = { dimension-exploitation }
screening-group-ilo-labour-coercion-at-destination = { dimension-coercion-at-destination }
screening-group-ilo-labour-destination-vulnerability = { dimension-destination-vulnerability }
screening-group-ilo-labour-act = Деяние
screening-group-ahtst-topics = Темы
screening-group-iom-consent = Информированное согласие
screening-group-iom-case-data = Данные случая
screening-group-iom-recruitment-transport = Вербовка и перевозка
screening-group-iom-exploitation = Эксплуатация
screening-group-iom-corroboration = Чем подтверждаются факты
screening-group-iom-decision = Решение и причины
screening-group-iom-next-step = Следующий шаг
screening-group-kz-criteria-ground = Основание

# ---- Results ----

line-origin-ilo-table = из таблицы МОТ, по вторичному источнику
line-origin-law = из закона: для ребёнка средство воздействия не требуется
line-origin-ours = наша собственная строка: решает специалист
screening-line-forced-labour-trafficking = Торговля людьми с целью принудительного труда
screening-line-deception-and-exploitation = Обман и эксплуатация
screening-line-presumed-forced-labour = Предполагаемая жертва: принудительный труд виден, средство при вербовке не установлено
screening-line-presumed-by-means = Предполагаемая жертва: эксплуатация с принуждением или использованием уязвимого положения
screening-line-exploited-worker = Эксплуатация работника: путь защиты трудовых прав
screening-line-no-exploitation-shown = Эксплуатация не видна: возможно, попытка или раннее освобождение; не закрывать
screening-line-not-shown = По этим ответам не видно
screening-line-child-trafficking = Торговля ребёнком: достаточно деяния и эксплуатации
screening-line-exploited-child = Эксплуатация ребёнка: защита ребёнка; о деянии решает специалист
screening-result-unknown = Неизвестно: ни на один вопрос не ответили «да» или «нет». Это не отрицательный результат.
screening-range = Если на все открытые вопросы ответ «нет»: { $low }. Если на все «да»: { $high }.
screening-would-change = Ответы, которые могут изменить результат
screening-at-once = уже сам по себе
screening-dimension-positive = положительно
screening-dimension-negative = отрицательно
screening-dimension-open = открыто
screening-offer = Есть хотя бы одно «да»: начните разговор и предложите помощь.
screening-no-yes = Ни одного «да» среди ответов. Помощь по-прежнему предлагается.
screening-criteria-met = По ответам критерии выполнены
screening-criteria-not-met = По ответам критерии не выполнены
screening-criteria-open = Зависит от открытых вопросов
screening-supports-only = Этот результат помогает принять решение, но не заменяет его.
reviewer-finding-presumed = Предполагаемая жертва
reviewer-finding-not-shown = Не видно; может быть положена другая помощь
reviewer-finding-more-facts = Нужны ещё факты
screening-refusal-other-instrument = Этот скрининг сделан другим инструментом или другой редакцией. Откройте его с той редакцией.
screening-refusal-not-agreed = Без согласия на разговор ответы не сохраняются. Спросите позже; помощь от этого не зависит.
screening-refusal-no-item = В этом инструменте нет такого вопроса. Обновите страницу.
screening-refusal-no-section = В этом инструменте нет такого раздела. Обновите страницу.
screening-refusal-long-note = Заметка слишком длинная. Запишите факты в нескольких предложениях; собственным словам человека место в запечатанном показании.

# ---- Questions: ILO, labour ----

screening-item-ilo-labour-act = Ребёнка вербовали, перевозили, передавали, укрывали или принимали
screening-item-ilo-labour-1-01 = Обман о характере работы, месте или работодателе
screening-item-ilo-labour-1-02 = Обман о зарплате или заработке
screening-item-ilo-labour-1-03 = Обман об условиях труда
screening-item-ilo-labour-1-04 = Обман о содержании или законности договора
screening-item-ilo-labour-1-05 = Обман о жилье и условиях проживания
screening-item-ilo-labour-1-06 = Обман о документах или законности пребывания
screening-item-ilo-labour-1-07 = Обман о поездке и условиях найма
screening-item-ilo-labour-1-08 = Обман о воссоединении с семьёй
screening-item-ilo-labour-1-09 = Обман обещанием брака или усыновления
screening-item-ilo-labour-1-10 = Обман о возможности учиться
screening-item-ilo-labour-2-01 = Насилие над человеком
screening-item-ilo-labour-2-02 = Угрозы насилием человеку
screening-item-ilo-labour-2-03 = Похищение, принудительный брак, принудительное усыновление или продажа
screening-item-ilo-labour-2-04 = Долговая кабала
screening-item-ilo-labour-2-05 = Изъятие документов
screening-item-ilo-labour-2-06 = Изоляция, удержание взаперти или слежка
screening-item-ilo-labour-2-07 = Угроза донести властям
screening-item-ilo-labour-2-08 = Угроза рассказать семье, общине или всем
screening-item-ilo-labour-2-09 = Насилие над семьёй: угрозы или действия
screening-item-ilo-labour-2-10 = Удержание денег
screening-item-ilo-labour-3-01 = Использование трудного положения в семье
screening-item-ilo-labour-3-02 = Использование отсутствия права на пребывание
screening-item-ilo-labour-3-03 = Использование недостатка образования или незнания языка
screening-item-ilo-labour-3-04 = Использование неосведомлённости
screening-item-ilo-labour-3-05 = Нахождение под контролем эксплуататоров
screening-item-ilo-labour-3-06 = Экономические причины
screening-item-ilo-labour-3-07 = Ложные сведения об успешной миграции
screening-item-ilo-labour-3-08 = Ложные сведения о законе или об отношении властей
screening-item-ilo-labour-3-09 = Семейное положение
screening-item-ilo-labour-3-10 = Личное положение
screening-item-ilo-labour-3-11 = Психологическая и эмоциональная зависимость
screening-item-ilo-labour-3-12 = Отношения с властями или правовое положение
screening-item-ilo-labour-3-13 = Трудности в прошлом
screening-item-ilo-labour-3-14 = Трудности с организацией поездки
screening-item-ilo-labour-3-15 = Использование культурных или религиозных убеждений
screening-item-ilo-labour-3-16 = Общая обстановка
screening-item-ilo-labour-4-01 = Чрезмерные рабочие дни или часы
screening-item-ilo-labour-4-02 = Низкая оплата или её отсутствие
screening-item-ilo-labour-4-03 = Махинации с зарплатой
screening-item-ilo-labour-4-04 = Плохие условия проживания
screening-item-ilo-labour-4-05 = Очень плохие условия труда
screening-item-ilo-labour-4-06 = Опасная работа
screening-item-ilo-labour-4-07 = Несоблюдение трудового законодательства или договора
screening-item-ilo-labour-4-08 = Отсутствие социальной защиты
screening-item-ilo-labour-4-09 = Нет возможности учиться
screening-item-ilo-labour-5-01 = Изъятие документов
screening-item-ilo-labour-5-02 = Долговая кабала
screening-item-ilo-labour-5-03 = Изоляция, удержание взаперти или слежка
screening-item-ilo-labour-5-04 = Насилие над человеком
screening-item-ilo-labour-5-05 = Угрозы насилием человеку
screening-item-ilo-labour-5-06 = Принуждение к незаконным или преступным действиям
screening-item-ilo-labour-5-07 = Навязывание работ или клиентов
screening-item-ilo-labour-5-08 = Нахождение под сильным влиянием
screening-item-ilo-labour-5-09 = Принуждение действовать против других работников
screening-item-ilo-labour-5-10 = Принуждение лгать властям или семье
screening-item-ilo-labour-5-11 = Угроза донести властям
screening-item-ilo-labour-5-12 = Угроза ещё худших условий труда
screening-item-ilo-labour-5-13 = Насилие над семьёй: угрозы или действия
screening-item-ilo-labour-5-14 = Удержание зарплаты
screening-item-ilo-labour-5-15 = Угроза рассказать семье, общине или всем
screening-item-ilo-labour-6-01 = Зависимость от эксплуататоров
screening-item-ilo-labour-6-02 = Трудно жить в незнакомом месте
screening-item-ilo-labour-6-03 = Экономические причины
screening-item-ilo-labour-6-04 = Семейное положение
screening-item-ilo-labour-6-05 = Отношения с властями или правовое положение
screening-item-ilo-labour-6-06 = Трудности в прошлом
screening-item-ilo-labour-6-07 = Личные особенности

# ---- Questions: AHTST ----

screening-item-ahtst-false-job = Обман о характере работы
screening-item-ahtst-debt = Требовали отрабатывать долг
screening-item-ahtst-unsafe-work = Опасная работа, от которой было страшно отказаться
screening-item-ahtst-documents-held = Документы держал у себя кто-то другой
screening-item-ahtst-contact-restricted = Ограничивали общение или передвижение
screening-item-ahtst-housing-imposed = Заставляли жить там, где велено
screening-item-ahtst-told-to-lie = Велели говорить неправду о положении
screening-item-ahtst-hurt-or-threatened = Причиняли вред или угрожали ради чьего-то заработка

# ---- Questions: IOM, the seven points of consent ----

screening-item-iom-agrees = Согласие на разговор; ребёнок не возражает
screening-item-iom-purpose = Цель объяснена
screening-item-iom-uses = Объяснено, как данные используются и могут использоваться
screening-item-iom-research = Сказано об использовании в исследованиях без указания личности
screening-item-iom-own-data = Сказано о праве в любое время запросить свои данные
screening-item-iom-retention = Сказано, сколько хранятся данные
screening-item-iom-withdrawal = Сказано, как отозвать согласие

# ---- Questions: criteria of the order ----

screening-item-kz-criteria-ill-treatment = Жестокое обращение
screening-item-kz-criteria-social-maladjustment = Оно привело к социальной дезадаптации: нарушено взаимодействие с социальной средой
screening-item-kz-criteria-social-deprivation = Оно привело к социальной депривации: невозможно самостоятельно обеспечить основные потребности
