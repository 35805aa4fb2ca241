# Errors that a person can mend: one clear sentence that says what to do.

error-question-too-long = Une question peut avoir { $limit } caractères et celle-ci en a { $length } : pose-la en moins de mots.
error-unknown-article = Aucun article n’a l’identifiant { $id } : `factbox articles` en donne la liste.
error-question-blank = La question est vide : demande quelque chose, par exemple « Who visited Baghdad? ».
error-speaker-blank = Le nom est vide : indique de qui tu cherches les propos, par exemple « Lavrov ».
error-topic-blank = Le sujet est vide : indiques-en un, par exemple « arms deal with Iraq ».
error-title-blank = Le titre est vide : écris-en quelques mots.
error-message-blank = Le message est vide : il n’y a rien à comparer.
error-message-too-long = Un message peut avoir { $limit } caractères et celui-ci en a { $length } : compare-le par morceaux.
error-date-order = La première date ne doit pas être après la dernière.
error-address = { $source } : l’ajout depuis une adresse n’est pas encore possible. Enregistre la page comme fichier texte et ajoute ce fichier.
error-source-line = { $source }, ligne { $line }
error-source-missing = { $source } : il n’y a rien de ce nom.
error-source-not-a-file = { $source } : ce n’est pas un fichier. Indique un par un les fichiers qui s’y trouvent.
error-source-no-permission = { $source } : cet utilisateur n’a pas le droit de le lire.
error-source-empty = { $source } : le fichier est vide.
error-source-too-large = { $source } : cela dépasse la limite de { $limit } Mo. Divise-le.
error-source-binary = { $source } : ce n’est pas du texte. Enregistre-le comme texte en UTF-8.
error-source-no-article = { $source } : il ne contient aucune phrase d’un article.
error-source-unknown-kind = { $source } : ce type de fichier n’est pas lu, seulement le texte et les .jsonl.
error-source-bad-json = { $source } : ce n’est pas un objet JSON.
error-source-no-text = { $source } : l’objet n’a pas de « text ».
error-source-bad-field = { $source } : le champ « { $field } » est inutilisable tel quel.
