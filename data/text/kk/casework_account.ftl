# Another passphrase, as a page.

passphrase-title = Құпия сөйлемді өзгерту
passphrase-lead = Басқа сеанстарыңыз аяқталады. Мұны сіз үшін ешкім жасай алмайды; қалпына келтіру кодыңыз өзгермейді.
passphrase-current = Қазіргі құпия сөйлем
passphrase-button = Өзгерту
