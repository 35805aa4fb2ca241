# Names and descriptions of commands and their options. A name has no capitals and no spaces, 32 characters at most;
# a description has 100 at most.

language-name = Deutsch

command-ask-name = fragen
command-ask = Finde heraus, was die Berichte sagen: Wort für Wort und mit Quelle

option-question-name = frage
option-question = Was du wissen willst, in deinen eigenen Worten
option-since-name = ab
option-since = Nur Berichte ab dann, zum Beispiel 2012-10-31, Oktober 2012 oder 2012
option-until-name = bis
option-until = Nur Berichte bis dahin, zum Beispiel 2012-10-31, Oktober 2012 oder 2012
option-publisher-name = medium
option-publisher = Nur Berichte dieses Mediums
option-private-name = privat
option-private = Die Antwort nur dir zeigen oder allen

command-help-name = hilfe
command-help = Was du mit Factbox tun kannst, mit Buttons zum Ausprobieren

command-settings-name = einstellungen
command-settings = Sprache, Sichtbarkeit, Kanäle und Medien für diesen Server

command-privacy-name = datenschutz
command-privacy = Was gespeichert wird und wie du es löschst
command-privacy-show-name = anzeigen
command-privacy-show = Was gespeichert wird und wie lange
command-privacy-delete-name = löschen
command-privacy-delete = Alles löschen, was mit deiner Nutzer-ID gespeichert ist

command-editors-name = redaktion
command-editors = Die Berichte und was man über sie sagt
command-editors-add-name = hinzufügen
command-editors-add = Die Artikel einer Datei oder einer Adresse hinzufügen
command-editors-feed-name = feed
command-editors-feed = Einem Feed folgen
command-editors-feeds-name = feeds
command-editors-feeds = Die Feeds, denen gefolgt wird, und wie es um jeden steht
command-editors-changes-name = änderungen
command-editors-changes = Was wann und wodurch hinzukam oder entfernt wurde
command-editors-remove-name = entfernen
command-editors-remove = Einen Artikel entfernen
command-editors-rebuild-name = neu-aufbauen
command-editors-rebuild = Den Suchindex aus den Artikeln neu aufbauen
command-editors-unanswered-name = unbeantwortet
command-editors-unanswered = Fragen, auf die die Berichte keine Antwort geben
command-editors-wrong-name = falsch
command-editors-wrong = Sätze, die als falsch gemeldet wurden
command-editors-stats-name = statistik
command-editors-stats = Wie viel gefragt und wie viel davon gefunden wird

option-file-name = datei
option-file = Eine Textdatei oder eine .jsonl mit einem Artikel pro Zeile
option-address-name = adresse
option-address = Eine Adresse, die mit https:// beginnt
option-title-name = titel
option-title = Eine Schlagzeile oder einige Wörter daraus

command-quotes-name = zitate
command-quotes = Was jemand gesagt hat: Wort für Wort und mit Quelle
command-article-name = artikel
command-article = Ein Artikel in Kürze, und wer sonst darüber berichtet

option-speaker-name = person
option-speaker = Wessen Worte, zum Beispiel Lavrov
option-about-name = thema
option-about = Nur Worte zu diesem Thema, die passendsten zuerst

menu-check = Mit Berichten abgleichen
menu-sources = Quellen finden

command-timeline-name = zeitleiste
command-timeline = Datierte Fakten zu einem Thema, der Reihe nach, mit einem Bild der Berichterstattung
command-coverage-name = berichte
command-coverage = Was ich kenne: Artikel, Medien und Zeitraum, mit Diagramm

option-topic-name = thema
option-topic = Ein Name oder einige Wörter, zum Beispiel Syria

command-watch-name = beobachten
command-watch = Hier posten, was neue Berichte zu einem Thema sagen
command-unwatch-name = beobachten-beenden
command-unwatch = Hier nichts mehr zu einem Thema posten
command-watches-name = beobachtet
command-watches = Was die Kanäle dieses Servers beobachten
