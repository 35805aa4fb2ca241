# Errors that a person can mend: one clear sentence that says what to do.

error-question-too-long = Una pregunta puede tener { $limit } caracteres y esta tiene { $length }: hazla con menos palabras.
error-unknown-article = Ningún artículo tiene el ID { $id }: `factbox articles` los enumera.
error-question-blank = La pregunta está vacía: pregunta algo, por ejemplo «Who visited Baghdad?».
error-speaker-blank = El nombre está vacío: di de quién son las palabras que buscas, por ejemplo «Lavrov».
error-topic-blank = El tema está vacío: indica uno, por ejemplo «arms deal with Iraq».
error-title-blank = El titular está vacío: escribe algunas de sus palabras.
error-message-blank = El mensaje está vacío: no hay nada que contrastar.
error-message-too-long = Un mensaje puede tener { $limit } caracteres y este tiene { $length }: contrástalo por partes.
error-date-order = La primera fecha no puede ser posterior a la última.
error-address = { $source }: todavía no se puede añadir desde una dirección. Guarda la página como archivo de texto y añade ese archivo.
error-source-line = { $source }, línea { $line }
error-source-missing = { $source }: no hay nada con ese nombre.
error-source-not-a-file = { $source }: no es un archivo. Indica uno por uno los archivos que contiene.
error-source-no-permission = { $source }: este usuario no tiene permiso para leerlo.
error-source-empty = { $source }: el archivo está vacío.
error-source-too-large = { $source }: supera el límite de { $limit } MB. Divídelo.
error-source-binary = { $source }: no es texto. Guárdalo como texto en UTF-8.
error-source-no-article = { $source }: no contiene ninguna frase de un artículo.
error-source-unknown-kind = { $source }: este tipo de archivo no se lee, solo texto y .jsonl.
error-source-bad-json = { $source }: no es un objeto JSON.
error-source-no-text = { $source }: el objeto no tiene «text».
error-source-bad-field = { $source }: el campo «{ $field }» no se puede usar tal como está.
