# Errors that a person can mend: one clear sentence that says what to do.

error-question-too-long = A question may have { $limit } characters and this one has { $length }: ask it in fewer words.
error-unknown-article = No article has the id { $id }: `factbox articles` lists them.
error-question-blank = The question is empty: ask something, such as "Who visited Baghdad?".
error-speaker-blank = The name is empty: say whose words are wanted, such as "Lavrov".
error-topic-blank = The topic is empty: name one, such as "arms deal with Iraq".
error-title-blank = The headline is empty: type some words of one.
error-message-blank = The message is empty: there is nothing to check.
error-message-too-long = A message may have { $limit } characters and this one has { $length }: check it in parts.
error-date-order = The first date must not be after the last.
error-address = { $source }: adding from an address isn't there yet. Save the page as a text file and add that.
error-source-line = { $source }, line { $line }
error-source-missing = { $source }: there is nothing of that name.
error-source-not-a-file = { $source }: that is not a file. Name the files in it one by one.
error-source-no-permission = { $source }: this user may not read it.
error-source-empty = { $source }: the file is empty.
error-source-too-large = { $source }: that is over the limit of { $limit } MB. Split it.
error-source-binary = { $source }: that is not text. Save it as text in UTF-8.
error-source-no-article = { $source }: no sentence of an article is in it.
error-source-unknown-kind = { $source }: this kind of file isn't read. Text and .jsonl files are.
error-source-bad-json = { $source }: that is not a JSON object.
error-source-no-text = { $source }: the object has no "text".
error-source-bad-field = { $source }: the field "{ $field }" can't be used as it is.
