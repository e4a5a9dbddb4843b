# Centre: rooms, places, funding. No address stands in these words.

room-sex-women = для женщин и девочек
room-sex-men = для мужчин и мальчиков
room-sex-any = для одной семьи или одного человека
room-age-adults = взрослые
room-age-children = дети
room-age-any = любой возраст
centre-places = Места
centre-present = Занято
centre-reserved = Забронировано (24 часа)
centre-free = Свободно
centre-over = Сверх мест
centre-whole-room = комната целиком
centre-beside-others = место рядом с другими
centre-nothing-fits = Подходящего места нет. Спросите другой центр; отметьте, что запрос не выполнен.
centre-funding-ends = Финансирование заканчивается { $date }, продолжения пока нет.
