# What is said of answers, everywhere. Names of values start with $.

## Answers

answer-none = Los artículos no lo dicen.
answer-span = Van del { $since } al { $until }.
answer-nearest = Artículos más cercanos
answer-corrected = Mostrando resultados de { $words }.
answer-untitled = Sin título
answer-undated = sin fecha
answer-unknown-publisher = Medio desconocido
answer-also = { $count ->
        [1] También lo cuenta { $publishers }
        [2] También lo cuenta { $publishers }
       *[other] También lo cuentan { $publishers } ({ $count } medios)
    }
answer-copies = Mismo texto en { $publishers }
answer-differing = Otras cifras: { $source }: { $quotation }
answer-restricted-since = Solo artículos desde el { $since }.
answer-restricted-until = Solo artículos hasta el { $until }.
answer-restricted-between = Solo artículos del { $since } al { $until }.
answer-restricted-on = Solo artículos del { $since }.
answer-restricted-publisher = Solo artículos de { $publisher }.
answer-strength-strong = Coincidencia alta
answer-strength-fair = Coincidencia media
answer-strength-weak = Coincidencia baja

## Quotations, timelines and checks

quotes-none = Los artículos no citan a nadie con ese nombre.
quotes-none-there = Con estos filtros, los artículos no citan a nadie con ese nombre: prueba solo con el nombre.
quotes-reported = { $speaker } (según el artículo)
timeline-unstated = { $days } (fecha del artículo)
check-none = No he encontrado ninguna afirmación en este mensaje.
check-claim = Afirmación
check-differing = Cifras: «{ $claimed }» en el mensaje, «{ $told }» en los artículos
