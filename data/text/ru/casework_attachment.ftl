# Приложенные документы: то, что сфотографировали или отсканировали и приложили к случаю.

her-kind-attached = Приложен документ
hers-attached = Что это
hers-attached-pages = Страницы
attachments-title = Приложенные документы
attachments-lead = Справки, решения, бумаги, подписанные от руки. Каждый документ относится к одной части случая; его видят те, кому можно читать эту часть, и больше никто.
attachments-all = Документы
attachments-none = Ничего не приложено. Прикладывайте то, на что кому-то придётся посмотреть ещё раз; если достаточно одной строки, снимок не нужен.
attachment-new = Приложить документ
attachment-choose = Что это за документ? От этого зависит, кто сможет его видеть.
attachment-form = Приложить документ
attachment-form-lead = Фотография (JPEG или PNG) или PDF, не больше 24 мегабайт и 30 страниц.
attachment-form-button = Приложить
attachment-for = Хранится как: { $kind }.
attachment-stripped = Сохраняется только то, что видно, в виде снимков: ни самого файла, ни места съёмки, ни телефона, которым снимали. После этого удалите фотографию с телефона.
attachment-name = Что это?
attachment-name-hint = В нескольких словах, без её имени.
attachment-file = Файл
attachment-look = Посмотреть
attachment-away = Убрать
attachment-away-lead = Для документа, приложенного по ошибке. Страницы исчезнут сразу; в резервных копиях, сделанных раньше, они останутся, пока копии не уничтожат. Запись о том, что документ убрали, останется.
attachment-away-button = Убрать
attachment-title = Документ
attachment-page = Страница { $number } из { $count }
attachment-pages = { $count ->
    [one] { $count } страница
    [few] { $count } страницы
    [many] { $count } страниц
   *[other] { $count } страницы
  }
attachment-readable = Проверьте, всё ли читается. Если нет, уберите документ и сфотографируйте его ещё раз при хорошем свете.
attachment-of-identity = Кто она
attachment-of-status = Пребывание и разрешения
attachment-of-legal = Решение или справка
attachment-of-services = Подтверждение услуги
attachment-of-health = Медицинский документ
attachment-of-criminal = Документ по уголовному делу
attachment-of-employment = Работа
attachment-of-story = Её собственный рассказ
attachment-about-identity = Паспорт, удостоверение личности, свидетельство о рождении. И то, что она подписала: согласие, план с её именем.
attachment-about-status = Виза, разрешение на проживание, миграционная карточка.
attachment-about-legal = Решение о статусе или об услугах, ответ на жалобу, опека.
attachment-about-services = Билет, квитанция, подтверждение, что услуга оказана. Это видит и руководитель центра: перед съёмкой закройте её имя.
attachment-about-health = Выписка, анализ, рецепт. Видят только те, кто лечит и ведёт записи о здоровье.
attachment-about-criminal = Повестка, постановление полиции, прокурора или суда.
attachment-about-employment = Диплом, договор, письмо работодателя.
attachment-about-story = То, что она написала сама, письма, снимки, на которых видно, что произошло.
attachment-refusal-no-name = Напишите в нескольких словах, что это.
attachment-refusal-name-too-long = Не больше 120 букв.
attachment-refusal-case-full = К этому случаю приложено уже 200 страниц. Уберите то, что не нужно.
attachment-unfit-empty = Выберите файл.
attachment-unfit-unknown = Это не фотография (JPEG, PNG) и не PDF. Сохраните файл в одном из этих видов или сфотографируйте бумагу.
attachment-unfit-damaged = Файл не читается: он обрезан или повреждён. Сделайте его заново или сфотографируйте бумагу.
attachment-unfit-locked = PDF требует пароль. Сохраните его без пароля или сфотографируйте распечатку.
attachment-unfit-too-large = Файл слишком большой: не больше 24 мегабайт, а фотография не больше 64 миллионов точек.
attachment-unfit-too-many-pages = В PDF больше 30 страниц. Приложите те страницы, которые нужны.
attachment-unfit-too-slow = Файл читается слишком долго и отложен. Сфотографируйте бумагу или сохраните PDF заново.
