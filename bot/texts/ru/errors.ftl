# Errors that a person can mend: one clear sentence that says what to do.

error-question-too-long = Знаков в вопросе: { $length }, а можно не больше { $limit }. Задай его короче.
error-unknown-article = Статьи с ID { $id } нет: список выводит `factbox articles`.
error-question-blank = Вопрос пуст: спроси что-нибудь, например «Who visited Baghdad?».
error-speaker-blank = Имя не указано: напиши, чьи слова нужны, например «Lavrov».
error-topic-blank = Тема не указана: назови её, например «arms deal with Iraq».
error-title-blank = Заголовок не указан: напиши несколько слов из него.
error-message-blank = Сообщение пусто: сверять нечего.
error-message-too-long = Знаков в сообщении: { $length }, а можно не больше { $limit }. Сверь его по частям.
error-date-order = Первая дата не может быть позже последней.
error-address = { $source }: добавлять по ссылке пока нельзя. Сохрани страницу как текстовый файл и добавь его.
error-source-line = { $source }, строка { $line }
error-source-missing = { $source }: такого нет.
error-source-not-a-file = { $source }: это не файл. Укажи файлы в нём по одному.
error-source-no-permission = { $source }: этому пользователю нельзя его читать.
error-source-empty = { $source }: файл пуст.
error-source-too-large = { $source }: это больше { $limit } МБ. Раздели его.
error-source-binary = { $source }: это не текст. Сохрани его как текст в UTF-8.
error-source-no-article = { $source }: здесь нет ни одного предложения статьи.
error-source-unknown-kind = { $source }: такие файлы не читаются, только текст и .jsonl.
error-source-bad-json = { $source }: это не объект JSON.
error-source-no-text = { $source }: в объекте нет «text».
error-source-bad-field = { $source }: поле «{ $field }» в таком виде не подходит.
