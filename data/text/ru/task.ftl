# Tasks: neutral words. Only task-notice leaves the house.

task-notice = У вас есть задача
task-kind-clock-warning = Гарантированный срок подходит к концу: обсудите, что дальше
task-kind-clock-ended = Гарантированный срок истёк: составьте план и найдите финансирование; помощь продолжается
task-kind-consent-ending = Скоро заканчивается согласие
task-kind-ask-deletion = Попросите удалить переданное
task-kind-follow-up = Пора связаться после выхода
task-kind-inform-guardianship = Известите орган опеки и попечительства
task-kind-find-guardian = Найдите представителя для ребёнка
task-kind-best-interest-note = Составьте запись о наилучших интересах ребёнка
task-kind-decide-age = Установите возраст
task-kind-tell-compensation = Сообщите о праве на возмещение вреда
task-kind-find-place = Найти место на ночь
task-kind-call-back = Перезвонить
task-kind-meet = Встретиться
task-kind-go-along = Сопроводить
task-kind-papers = Подготовить бумаги
task-kind-review-plan = Пересмотрите план
task-kind-funding-ends = Финансирование заканчивается без продолжения
task-kind-other = Другая задача, описана в случае
task-for-case-lead = ведущий случая
task-for-lawyer = юрист
task-for-specialist = медик или психолог
task-for-head = руководитель центра
