# Names and descriptions of commands and their options. A name has no capitals and no spaces, 32 characters at most;
# a description has 100 at most.

language-name = Русский

command-ask-name = спросить
command-ask = Узнать, что говорится в публикациях: дословно и с источником

option-question-name = вопрос
option-question = Что ты хочешь узнать, своими словами
option-since-name = с-даты
option-since = Только публикации с этой даты, например 2012-10-31, октябрь 2012 или 2012
option-until-name = по-дату
option-until = Только публикации по эту дату, например 2012-10-31, октябрь 2012 или 2012
option-publisher-name = издание
option-publisher = Только публикации этого издания
option-private-name = приватно
option-private = Показать ответ только тебе или всем

command-help-name = помощь
command-help = Что умеет Factbox, с кнопками на пробу

command-settings-name = настройки
command-settings = Язык, видимость, каналы и издания для этого сервера

command-privacy-name = приватность
command-privacy = Что хранится и как это удалить
command-privacy-show-name = показать
command-privacy-show = Что хранится и как долго
command-privacy-delete-name = удалить
command-privacy-delete = Удалить всё, что хранится с твоим ID пользователя

command-editors-name = редакция
command-editors = Публикации и что о них говорят
command-editors-add-name = добавить
command-editors-add = Добавить статьи из файла или по ссылке
command-editors-feed-name = лента
command-editors-feed = Подписаться на ленту
command-editors-feeds-name = ленты
command-editors-feeds = Ленты, на которые есть подписка, и состояние каждой
command-editors-changes-name = изменения
command-editors-changes = Что, когда и откуда добавлено или убрано
command-editors-remove-name = убрать
command-editors-remove = Убрать статью
command-editors-rebuild-name = перестроить
command-editors-rebuild = Построить поисковый индекс по статьям заново
command-editors-unanswered-name = без-ответа
command-editors-unanswered = Вопросы, на которые в публикациях нет ответа
command-editors-wrong-name = ошибки
command-editors-wrong = Предложения, на которые пожаловались
command-editors-stats-name = статистика
command-editors-stats = Сколько спрашивают и сколько из этого находится

option-file-name = файл
option-file = Текстовый файл или .jsonl, по одной статье в строке
option-address-name = ссылка
option-address = Ссылка, которая начинается с https://
option-title-name = заголовок
option-title = Заголовок или несколько слов из него

command-quotes-name = цитаты
command-quotes = Что сказал человек: дословно и с источниками
command-article-name = статья
command-article = Статья вкратце и кто ещё пишет о том же

option-speaker-name = персона
option-speaker = Чьи слова, например Lavrov
option-about-name = тема
option-about = Только слова на эту тему, сначала самые близкие

menu-check = Сверить с публикациями
menu-sources = Найти источники

command-timeline-name = хронология
command-timeline = Датированные факты по теме, по порядку, с картинкой: когда о ней писали
command-coverage-name = публикации
command-coverage = Что я знаю: статьи, издания, даты, с диаграммой

option-topic-name = тема
option-topic = Имя или несколько слов, например Syria

command-watch-name = следить
command-watch = Публиковать здесь, что новые статьи говорят на тему
command-unwatch-name = не-следить
command-unwatch = Больше ничего не публиковать здесь на тему
command-watches-name = слежение
command-watches = За чем следят каналы этого сервера
