# What is said of answers, everywhere. Names of values start with $.

## Answers

answer-none = Das geht aus den Berichten nicht hervor.
answer-span = Sie reichen von { $since } bis { $until }.
answer-nearest = Am nächsten kommen diese Artikel
answer-corrected = Ergebnisse für { $words }.
answer-untitled = Ohne Titel
answer-undated = ohne Datum
answer-unknown-publisher = Unbekanntes Medium
answer-also = { $count ->
        [1] Auch berichtet von { $publishers }
        [2] Auch berichtet von { $publishers }
       *[other] Auch berichtet von { $publishers } ({ $count } Medien)
    }
answer-copies = Gleicher Text bei { $publishers }
answer-differing = Andere Zahlen: { $source }: { $quotation }
answer-restricted-since = Nur Berichte ab { $since }.
answer-restricted-until = Nur Berichte bis { $until }.
answer-restricted-between = Nur Berichte von { $since } bis { $until }.
answer-restricted-on = Nur Berichte vom { $since }.
answer-restricted-publisher = Nur Berichte von { $publisher }.
answer-strength-strong = Guter Treffer
answer-strength-fair = Brauchbarer Treffer
answer-strength-weak = Schwacher Treffer

## Quotations, timelines and checks

quotes-none = In den Berichten wird niemand dieses Namens zitiert.
quotes-none-there = Mit diesen Filtern wird niemand dieses Namens zitiert: Versuch es nur mit dem Namen.
quotes-reported = { $speaker } (sinngemäß)
timeline-unstated = { $days } (Datum des Artikels)
check-none = In dieser Nachricht habe ich keine Aussage gefunden.
check-claim = Aussage
check-differing = Zahlen: „{ $claimed }“ in der Nachricht, „{ $told }“ in den Berichten
