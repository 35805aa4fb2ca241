# Errors that a person can mend: one clear sentence that says what to do.

error-question-too-long = Знаків у запитанні: { $length }, а можна не більше { $limit }. Постав його коротше.
error-unknown-article = Статті з ID { $id } немає: список виводить `factbox articles`.
error-question-blank = Запитання порожнє: запитай щось, наприклад «Who visited Baghdad?».
error-speaker-blank = Ім’я не вказано: напиши, чиї слова потрібні, наприклад «Lavrov».
error-topic-blank = Тему не вказано: назви її, наприклад «arms deal with Iraq».
error-title-blank = Заголовок не вказано: напиши кілька слів із нього.
error-message-blank = Повідомлення порожнє: звіряти нічого.
error-message-too-long = Знаків у повідомленні: { $length }, а можна не більше { $limit }. Звір його частинами.
error-date-order = Перша дата не може бути пізнішою за останню.
error-address = { $source }: додавати за посиланням поки не можна. Збережи сторінку як текстовий файл і додай його.
error-source-line = { $source }, рядок { $line }
error-source-missing = { $source }: такого немає.
error-source-not-a-file = { $source }: це не файл. Вкажи файли в ньому по одному.
error-source-no-permission = { $source }: цьому користувачеві не можна його читати.
error-source-empty = { $source }: файл порожній.
error-source-too-large = { $source }: це більше за { $limit } МБ. Поділи його.
error-source-binary = { $source }: це не текст. Збережи його як текст в UTF-8.
error-source-no-article = { $source }: тут немає жодного речення статті.
error-source-unknown-kind = { $source }: такі файли не читаються, лише текст і .jsonl.
error-source-bad-json = { $source }: це не об’єкт JSON.
error-source-no-text = { $source }: в об’єкті немає «text».
error-source-bad-field = { $source }: поле «{ $field }» у такому вигляді не підходить.
