# What only Discord shows.

## Replies

reply-open = Öffnen
reply-corrected = Ergebnisse für **{ $words }**
reply-span = Berichte von { $since } bis { $until }
reply-span-day = Berichte vom { $day }
reply-no-more = Mehr gibt es nicht.
reply-shared = Geteilt von { $person }
reply-failed = Da ist etwas schiefgegangen. Wenn es wieder passiert, sag denen Bescheid, die diesen Bot betreiben: Referenz { $reference }.
reply-restarting = Factbox startet gerade neu: Frag in einer Minute noch einmal.

## Buttons

button-more = Mehr
button-context = Kontext
button-share = Teilen
button-wrong = Falsche Quelle
button-dismiss = Verwerfen

## The form for a wrong source

wrong-title = Falsche Quelle
wrong-sentence = Welcher Satz?
wrong-note = Was stimmt daran nicht?
wrong-kept = Deine Nutzer-ID bleibt dabei, bis die Redaktion es angesehen hat; mehr unter /{ command-privacy-name }.
wrong-thanks = Danke: Die Redaktion sieht es sich an.

## What is refused, and why

refused-channel = Hier antworte ich nicht. Frag in { $channels }.
refused-cooldown-person = Das war viel auf einmal: Frag { $again } noch einmal.
refused-cooldown-server = Auf diesem Server wird gerade viel gefragt: Versuch es { $again } noch einmal.
refused-date = „{ $words }“ kann ich nicht als Datum lesen: Schreib es wie 2012-10-31, Oktober 2012 oder 2012.
refused-publisher = Kein Medium heißt hier „{ $name }“. Es gibt unter anderem: { $names }
refused-publisher-near = Kein Medium heißt hier „{ $name }“. Vielleicht eines von diesen: { $names }
refused-dismiss = Nur wer gefragt hat oder moderiert, kann das verwerfen.
refused-share = Nur wer gefragt hat, kann das teilen.
refused-share-changed = Was hier gezeigt werden kann, hat sich seitdem geändert: Frag bitte noch einmal.
refused-too-old = Das ist so lange her, dass ich es nicht mehr weiß: Frag bitte noch einmal.

## Help

help-title = Factbox
help-what = Antworten aus Nachrichtenartikeln, Wort für Wort: jede mit Medium, Datum und einem Link, der die Quelle genau an dieser Stelle öffnet. Nichts ist erfunden; wo die Artikel keine Antwort geben, sage ich es.
help-check = **{ menu-check }** (Rechtsklick auf eine Nachricht oder gedrückt halten, dann Apps) zeigt nur dir die Fakten, die ihren Aussagen am nächsten kommen.
help-sources = **{ menu-sources }** (im selben Menü) sucht, woher ein Zitat oder eine Zahl in der Nachricht stammt.
help-privacy = Ich lese keine Nachrichten außer denen, bei denen du das Menü verwendest, und speichere zu keiner Frage, wer sie gestellt hat: /{ command-privacy-name }.

## Settings of a server

settings-title = Factbox auf diesem Server
settings-language = **Sprache** von allem, was alle sehen
settings-language-automatic = Die Sprache der fragenden Person
settings-replies = **Antworten** auf Befehle sehen
settings-replies-public = alle im Kanal
settings-replies-private = nur die fragende Person, die sie teilen kann
settings-channels = **Kanäle**, in denen ich antworte
settings-channels-all = Alle Kanäle
settings-publishers = **Medien**, deren Artikel gezeigt werden
settings-publishers-all = Alle Medien
settings-publishers-chosen = Gewählte Medien: { $count }
settings-publishers-more = Weitere Medien (Seite { $page } von { $pages })

## Privacy

privacy-show = **Was ich speichere**
    - Fragen ohne Antwort, für die Redaktion, aber nicht, wer sie wo gestellt hat.
    - Worum es in einer Antwort ging (eine Frage, ein Name, ein Thema), { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } lang, damit die Buttons funktionieren. Nicht, wer gefragt hat, und den Server nur, wenn dort alle den Kanal lesen können.
    - Deine Nutzer-ID bei der Meldung einer falschen Quelle, bis die Redaktion sie angesehen hat.
    - Die Einstellungen eines Servers, bis ich ihn verlasse.
    - Was ein Kanal beobachtet: Thema, Kanal, Server und Tag, bis das endet. Aber nicht, wer es wollte.
    - Nur im Arbeitsspeicher, einige Sekunden lang: wie oft du gefragt hast.

    Von Nachrichten, die du abgleichst, speichere ich nichts. `/{ command-privacy-name } { command-privacy-delete-name }` entfernt, was mit deiner Nutzer-ID gespeichert ist.
privacy-deleted = { $count ->
        [0] Mit deiner Nutzer-ID war nichts gespeichert.
        [one] Gelöscht: eine Meldung von dir. Sonst war mit deiner Nutzer-ID nichts gespeichert.
       *[other] Gelöscht: { $count } Meldungen von dir. Sonst war mit deiner Nutzer-ID nichts gespeichert.
    }
refused-settings = Die Einstellungen kann nur ändern, wer diesen Server verwalten darf.

## Editors

editors-following = Folge jetzt **{ $title }** mit { $articles ->
        [one] 1 Artikel
       *[other] { $articles } Artikeln
    }. Sie werden in wenigen Minuten gelesen.
editors-followed = **{ $title }** wird bereits gefolgt.
editors-other-feeds = Die Seite nennt weitere Feeds:
editors-added = { $articles ->
        [one] Ein Artikel
       *[other] { $articles } Artikel
    } mit { $sentences ->
        [one] einem Satz
       *[other] { $sentences } Sätzen
    } hinzugefügt, nach zwei Sekunden auffindbar.
editors-updated = Aktualisiert: { $count }
editors-unchanged = Schon vorhanden: { $count }
editors-failed = Nicht gelesen: { $count }
editors-removed = Entfernt: **{ $title }**
editors-which = Noch ist nichts entfernt, denn das ist nicht die ganze Überschrift genau eines Artikels: Wähl einen aus der Liste, die beim Tippen erscheint.
editors-rebuilt = Der Index ist neu aufgebaut.
editors-unanswered = Fragen ohne Antwort
editors-asked = { $question } ({ $count ->
        [one] einmal
       *[other] { $count }-mal
    }, zuletzt { $day })
editors-wrong = Als falsch gemeldete Sätze
editors-report = { $sentence } ({ $day }) { $note }
editors-gone = (ein Satz, den es nicht mehr gibt)
editors-settle = Erledigt: von der Liste nehmen
editors-none = Nichts.
editors-wordings = Formulierungen: { $count }
editors-feeds = Feeds
editors-feed-well = Gelesene Einträge: { $articles }. Zuletzt gelesen { $polled }, das nächste Mal { $next }.
editors-feed-new = Noch nicht gelesen.
editors-feed-failing = Gestört seit { $since }; nächster Versuch { $next }. { $reason }
editors-feed-stopped = Für immer weg und nicht mehr gelesen. { $reason }
editors-feeds-more = Nicht gezeigt: { $count }. `factbox feeds list` nennt sie alle.
editors-failing = Feeds, die seit einer Woche gestört oder für immer weg sind
editors-failing-all = Alle Feeds und ihr Zustand: `/{ command-editors-name } { command-editors-feeds-name }` auf dem Server der Redaktion.
editors-changes = Was hinzukam und entfernt wurde
editors-change-added = Hinzugefügt: { $count }
editors-change-copies = Davon Kopien: { $count }
editors-change-removed = Entfernt: { $count }
editors-change-unknown = (Quelle unbekannt)
editors-stats = { $days ->
        [one] Der letzte Tag
       *[other] Die letzten { $days } Tage
    }
editors-servers = Server: { $count }
editors-count = { $kind }: { $count }, davon gefunden: { $found }
editors-kind-ask = Fragen
editors-kind-quotes = Zitate
editors-kind-timeline = Zeitleisten
editors-kind-article = Artikel
editors-kind-coverage = Berichte
editors-kind-context = Kontext
editors-kind-message = Abgeglichene Nachrichten
refused-editors = Das kann nur die Redaktion. Wer den Bot betreibt, trägt sie in FACTBOX_EDITORS ein.
refused-nothing-to-add = Es gibt nichts hinzuzufügen: Häng eine Datei an.
refused-file-and-address = Datei und Adresse wären zwei Zugänge: Füge sie nacheinander hinzu.
refused-file-size = Die Datei hat mehr als { $limit } MB: Teil sie auf oder füge sie mit `factbox add` hinzu.
refused-no-article = Diesen Artikel gibt es nicht.

## Quotations

quotes-of = Was { $speaker } gesagt hat
quotes-of-about = Was { $speaker } zu „{ $topic }“ gesagt hat
quotes-none-within = { $speaker } wird in den Berichten zitiert, aber nicht mit diesen Filtern.
quotes-try = Zitiert werden Personen mit ähnlichem Namen:
quotes-try-all = Ohne die Filter:

## Articles

article-none = Kein Artikel hat so eine Schlagzeile.
article-updated = Aktualisiert am { $day }
article-related = **Verwandte Artikel**
article-others = Andere Artikel mit so einer Schlagzeile:

## Messages looked into

claim-in-message = In der Nachricht: „{ $claim }“
claims-left-out = Aus Platzgründen nicht gezeigt: { $count ->
        [one] eine weitere. Schlag sie mit einer eigenen Nachricht nach.
       *[other] { $count } weitere. Schlag sie mit einer eigenen Nachricht nach.
    }
claims-left-out-many = Aus Platzgründen nicht gezeigt: mindestens { $count } weitere. Schlag sie mit einer eigenen Nachricht nach.
check-example = Eine Aussage ist etwas, das sich nachschlagen lässt, zum Beispiel „Russia would supply 36 helicopters to Iraq“.
sources-none = In dieser Nachricht habe ich weder ein Zitat noch eine Zahl gefunden.
sources-example = Quellen finde ich für Worte in Anführungszeichen und für Zahlen, zum Beispiel „36 helicopters“.
sources-unknown = In den Berichten steht dafür keine Quelle.
refused-no-text = Diese Nachricht hat keinen Text, den ich nachschlagen könnte.

## Timelines

timeline-date-of-article = Datum des Artikels
timeline-found = { $count ->
        [one] Ein Satz gefunden, in einem Artikel aus der Zeit: { $span }.
       *[other] { $count } Sätze gefunden, in Artikeln aus der Zeit: { $span }.
    }
timeline-picture = Balkendiagramm der gefundenen Sätze nach dem Datum ihrer Artikel. { $bars }

## What the bot knows

overview-title = Was ich kenne
overview-articles = **{ $count }** Artikel
overview-sentences = { $count ->
        [one] **{ $count }** Satz
       *[other] **{ $count }** Sätze
    }
overview-publishers = { $count ->
        [one] **{ $count }** Medium
       *[other] **{ $count }** Medien
    }
overview-by-publisher = **Artikel nach Medium**
overview-picture = Balkendiagramm der Artikel nach ihrem Datum. { $bars }
overview-undated = { $articles ->
        [one] Ein Artikel hat kein Datum.
       *[other] { $articles } Artikel haben kein Datum.
    }
overview-changed = Zuletzt geändert { $ago }
overview-empty = Ich kenne noch nichts.
overview-empty-mend = Es gibt keine Artikel. Die Redaktion fügt sie mit `/{ command-editors-name } { command-editors-add-name }` hinzu, und wer den Bot betreibt, mit `factbox add`.
overview-limited = Ich kenne nichts, was dieser Server zeigt.
overview-limited-mend = Von den hier gewählten Medien gibt es keine Artikel. Wer den Server verwaltet, ändert das mit `/{ command-settings-name }`.

## Topics that channels watch

watch-begun = Neue Berichte zu **{ $topic }** werden hier gepostet, wenn sie besser antworten als das, was es jetzt gibt, höchstens alle 15 Minuten. /{ command-unwatch-name } beendet das.
watch-there = **{ $topic }** wird hier schon beobachtet (seit { $since }). Nichts wird zweimal gepostet.
watch-ended = Zu **{ $topic }** wird hier nichts mehr gepostet.
watch-news = Neu zu { $topic }
watch-others = { $count ->
        [one] Ein weiterer Fakt ist neu.
       *[other] { $count } weitere Fakten sind neu.
    }
watches-title = Auf diesem Server beobachtete Themen
watches-none = Keine. /{ command-watch-name } in einem Kanal fängt damit an.
watches-row = { $channel } **{ $topic }** (seit { $since })
watches-resting = **Ruht**: Ich darf dort nicht schreiben. Lass mich den Kanal sehen und Nachrichten senden; ich versuche es einmal am Tag wieder, oder sofort nach /{ command-watch-name } dort.
watches-elsewhere = **Ruht**: In /{ command-settings-name } gehört dieser Kanal nicht zu denen, in denen ich antworte.
refused-watch = Was dieser Kanal beobachtet, kann nur ändern, wer ihn verwalten darf.
refused-watch-silent = Ich darf hier nicht von selbst schreiben: Lass mich diesen Kanal sehen und darin Nachrichten senden, dann versuch es noch einmal.
refused-watches-channel = Dieser Kanal beobachtet schon { $limit } Themen, mehr geht nicht. /{ command-unwatch-name } beendet eines.
refused-watches-server = Dieser Server beobachtet schon { $limit } Themen, mehr geht nicht. /{ command-watches-name } zählt sie auf.
refused-unwatch = Das beobachtet dieser Kanal nicht: Wähle aus der Liste, die beim Tippen erscheint.

## Pictures of how much there was when

chart-key = { $square } { $publisher }: { $count }
chart-others = Andere
chart-peak = Die meisten: { $period } ({ $count }).

## Preview

preview-no-message = Wähle eine Nachricht aus der Liste.
