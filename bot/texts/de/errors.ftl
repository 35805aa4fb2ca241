# Errors that a person can mend: one clear sentence that says what to do.

error-question-too-long = Eine Frage darf { $limit } Zeichen haben, diese hat { $length }: Frag mit weniger Worten.
error-unknown-article = Kein Artikel hat die ID { $id }: `factbox articles` listet sie auf.
error-question-blank = Die Frage ist leer: Frag etwas, zum Beispiel „Who visited Baghdad?“.
error-speaker-blank = Der Name ist leer: Sag, wessen Worte du suchst, zum Beispiel „Lavrov“.
error-topic-blank = Das Thema ist leer: Nenn eines, zum Beispiel „arms deal with Iraq“.
error-title-blank = Die Überschrift ist leer: Schreib ein paar Wörter davon.
error-message-blank = Die Nachricht ist leer: Es gibt nichts abzugleichen.
error-message-too-long = Eine Nachricht darf { $limit } Zeichen haben, diese hat { $length }: Gleiche sie in Teilen ab.
error-date-order = Das erste Datum darf nicht nach dem letzten liegen.
error-address = { $source }: Aus dem Netz hinzufügen geht noch nicht. Speichere die Seite als Textdatei und füge diese hinzu.
error-source-line = { $source }, Zeile { $line }
error-source-missing = { $source }: Unter diesem Namen gibt es nichts.
error-source-not-a-file = { $source }: Das ist keine Datei. Nenn die Dateien darin einzeln.
error-source-no-permission = { $source }: Dieser Nutzer darf das nicht lesen.
error-source-empty = { $source }: Die Datei ist leer.
error-source-too-large = { $source }: Das ist mehr als die erlaubten { $limit } MB. Teil es auf.
error-source-binary = { $source }: Das ist kein Text. Speichere es als Text in UTF-8.
error-source-no-article = { $source }: Darin steht kein Satz eines Artikels.
error-source-unknown-kind = { $source }: Diese Art von Datei wird nicht gelesen, nur Text und .jsonl.
error-source-bad-json = { $source }: Das ist kein JSON-Objekt.
error-source-no-text = { $source }: Das Objekt hat kein „text“.
error-source-bad-field = { $source }: Das Feld „{ $field }“ lässt sich so nicht verwenden.
