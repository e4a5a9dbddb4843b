# Centre: rooms, places, funding. No address stands in these words.

room-sex-women = әйелдер мен қыздарға
room-sex-men = ерлер мен ұлдарға
room-sex-any = бір отбасына немесе бір адамға
room-age-adults = ересектер
room-age-children = балалар
room-age-any = кез келген жас
centre-places = Орындар
centre-present = Бос емес
centre-reserved = Брондалған (24 сағат)
centre-free = Бос
centre-over = Орыннан тыс
centre-whole-room = бөлме толығымен
centre-beside-others = басқалармен бірге орын
centre-nothing-fits = Лайық орын жоқ. Басқа орталықтан сұраңыз; сұраныстың орындалмағанын белгілеңіз.
centre-funding-ends = Қаржыландыру { $date } аяқталады, жалғасы әзірге жоқ.
