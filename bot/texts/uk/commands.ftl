# Names and descriptions of commands and their options. A name has no capitals and no spaces, 32 characters at most;
# a description has 100 at most.

language-name = Українська

command-ask-name = запитати
command-ask = Дізнатися, що пишуть у публікаціях: дослівно та з джерелом

option-question-name = запитання
option-question = Що ти хочеш дізнатися, своїми словами
option-since-name = з-дати
option-since = Лише публікації з цієї дати, наприклад 2012-10-31, жовтень 2012 або 2012
option-until-name = до-дати
option-until = Лише публікації до цієї дати, наприклад 2012-10-31, жовтень 2012 або 2012
option-publisher-name = видання
option-publisher = Лише публікації цього видання
option-private-name = приватно
option-private = Показати відповідь лише тобі чи всім

command-help-name = допомога
command-help = Що вміє Factbox, із кнопками на пробу

command-settings-name = налаштування
command-settings = Мова, видимість, канали та видання для цього сервера

command-privacy-name = приватність
command-privacy = Що зберігається та як це видалити
command-privacy-show-name = показати
command-privacy-show = Що зберігається та як довго
command-privacy-delete-name = видалити
command-privacy-delete = Видалити все, що зберігається з твоїм ID користувача

command-editors-name = редакція
command-editors = Публікації та що про них кажуть
command-editors-add-name = додати
command-editors-add = Додати статті з файлу або за посиланням
command-editors-feed-name = стрічка
command-editors-feed = Підписатися на стрічку
command-editors-feeds-name = стрічки
command-editors-feeds = Стрічки, на які є підписка, і стан кожної
command-editors-changes-name = зміни
command-editors-changes = Що, коли й звідки додано або прибрано
command-editors-remove-name = прибрати
command-editors-remove = Прибрати статтю
command-editors-rebuild-name = перебудувати
command-editors-rebuild = Побудувати пошуковий індекс за статтями заново
command-editors-unanswered-name = без-відповіді
command-editors-unanswered = Запитання, на які в публікаціях немає відповіді
command-editors-wrong-name = помилки
command-editors-wrong = Речення, на які поскаржилися
command-editors-stats-name = статистика
command-editors-stats = Скільки запитують і скільки з цього знаходять

option-file-name = файл
option-file = Текстовий файл або .jsonl, по одній статті в рядку
option-address-name = посилання
option-address = Посилання, яке починається з https://
option-title-name = заголовок
option-title = Заголовок або кілька слів із нього

command-quotes-name = цитати
command-quotes = Що сказала людина: дослівно та з джерелами
command-article-name = стаття
command-article = Стаття стисло та хто ще пише про те саме

option-speaker-name = персона
option-speaker = Чиї слова, наприклад Lavrov
option-about-name = тема
option-about = Лише слова на цю тему, спершу найближчі

menu-check = Звірити з публікаціями
menu-sources = Знайти джерела

command-timeline-name = хронологія
command-timeline = Датовані факти на тему, за порядком, із картинкою: коли про неї писали
command-coverage-name = публікації
command-coverage = Що я знаю: статті, видання, дати, з діаграмою

option-topic-name = тема
option-topic = Ім’я або кілька слів, наприклад Syria

command-watch-name = стежити
command-watch = Публікувати тут, що нові статті кажуть на тему
command-unwatch-name = не-стежити
command-unwatch = Більше нічого не публікувати тут на тему
command-watches-name = стеження
command-watches = За чим стежать канали цього сервера
