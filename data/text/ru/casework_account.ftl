# Another passphrase, as a page.

passphrase-title = Сменить парольную фразу
passphrase-lead = Остальные ваши сеансы закончатся. Никто другой не может сделать это за вас; код восстановления остаётся прежним.
passphrase-current = Нынешняя парольная фраза
passphrase-button = Сменить
