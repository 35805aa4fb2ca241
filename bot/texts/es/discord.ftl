# What only Discord shows.

## Replies

reply-open = Abrir
reply-corrected = Mostrando resultados de **{ $words }**
reply-span = Artículos del { $since } al { $until }
reply-span-day = Artículos del { $day }
reply-no-more = No hay nada más.
reply-shared = Compartido por { $person }
reply-failed = Algo salió mal. Si vuelve a pasar, avisa a quien gestiona este bot: referencia { $reference }.
reply-restarting = Factbox se está reiniciando: vuelve a preguntar en un minuto.

## Buttons

button-more = Más
button-context = Contexto
button-share = Compartir
button-wrong = Fuente incorrecta
button-dismiss = Descartar

## The form for a wrong source

wrong-title = Fuente incorrecta
wrong-sentence = ¿Qué frase?
wrong-note = ¿Qué está mal en ella?
wrong-kept = Tu ID de usuario se guarda con esto hasta que la redacción lo vea; más en /{ command-privacy-name }.
wrong-thanks = Gracias: la redacción lo verá.

## What is refused, and why

refused-channel = Aquí no respondo. Pregunta en { $channels }.
refused-cooldown-person = Son muchas preguntas de golpe: vuelve a preguntar { $again }.
refused-cooldown-server = En este servidor se pregunta mucho ahora mismo: inténtalo de nuevo { $again }.
refused-date = No puedo leer «{ $words }» como fecha: escríbela como 2012-10-31, octubre de 2012 o 2012.
refused-publisher = Aquí ningún medio se llama «{ $name }». Hay, entre otros: { $names }
refused-publisher-near = Aquí ningún medio se llama «{ $name }». Quizá uno de estos: { $names }
refused-dismiss = Solo quien preguntó, o la moderación, puede descartar esto.
refused-share = Solo quien preguntó puede compartir esto.
refused-share-changed = Lo que se puede mostrar aquí ha cambiado desde entonces: vuelve a preguntar, por favor.
refused-too-old = Eso es demasiado antiguo para que lo recuerde: vuelve a preguntar, por favor.

## Help

help-title = Factbox
help-what = Respuestas sacadas de artículos de prensa, palabra por palabra: cada una con su medio, su fecha y un enlace que abre la fuente en esa misma frase. Nada es inventado; donde los artículos no responden, lo digo.
help-check = **{ menu-check }** (clic derecho en un mensaje o mantenlo presionado, luego Aplicaciones) te muestra, solo a ti, los hechos más cercanos a lo que afirma.
help-sources = **{ menu-sources }** (en el mismo menú) busca de dónde sale una cita o una cifra del mensaje.
help-privacy = No leo más mensajes que aquellos en los que usas el menú, y no guardo el nombre de nadie con una pregunta: /{ command-privacy-name }.

## Settings of a server

settings-title = Factbox en este servidor
settings-language = **Idioma** de lo que ven todos
settings-language-automatic = El de quien pregunta
settings-replies = **Respuestas** a los comandos: se muestran
settings-replies-public = a todos en el canal
settings-replies-private = a quien pregunta, que puede compartirlas
settings-channels = **Canales** en los que respondo
settings-channels-all = Todos los canales
settings-publishers = **Medios** cuyos artículos se muestran
settings-publishers-all = Todos los medios
settings-publishers-chosen = Medios elegidos: { $count }
settings-publishers-more = Más medios (página { $page } de { $pages })

## Privacy

privacy-show = **Qué guardo**
    - Las preguntas sin respuesta, para la redacción, pero no quién las hizo ni dónde.
    - De qué trataba una respuesta (una pregunta, un nombre, un tema), durante { $days ->
        [one] { $days } día
       *[other] { $days } días
    }, para que funcionen sus botones. No quién preguntó, y el servidor solo si allí todos pueden leer el canal.
    - Tu ID de usuario con el aviso de una fuente incorrecta, hasta que la redacción lo haya visto.
    - Los ajustes de un servidor, hasta que lo deje.
    - Lo que sigue un canal: el tema, el canal, el servidor y el día, hasta que termine. Pero no quién lo pidió.
    - En la memoria, durante unos segundos: cuántas veces has preguntado.

    De los mensajes que contrastas no guardo nada. `/{ command-privacy-name } { command-privacy-delete-name }` elimina lo que se guarda con tu ID de usuario.
privacy-deleted = { $count ->
        [0] No había nada guardado con tu ID de usuario.
        [one] Eliminado: { $count } aviso tuyo. No había nada más guardado con tu ID de usuario.
       *[other] Eliminado: { $count } avisos tuyos. No había nada más guardado con tu ID de usuario.
    }
refused-settings = Solo quienes pueden gestionar este servidor pueden cambiar sus ajustes.

## Editors

editors-following = Siguiendo **{ $title }**, que contiene { $articles ->
        [one] 1 artículo
       *[other] { $articles } artículos
    }. Se leerán en unos minutos.
editors-followed = **{ $title }** ya se sigue.
editors-other-feeds = La página también indica otros feeds:
editors-added = Añadido: { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } con { $sentences ->
        [one] { $sentences } frase
       *[other] { $sentences } frases
    }. Se encontrará en dos segundos.
editors-updated = Actualizados: { $count }
editors-unchanged = Ya estaban: { $count }
editors-failed = No leídos: { $count }
editors-removed = Quitado: **{ $title }**
editors-which = Aún no se ha quitado nada, porque no es el titular entero de un solo artículo: elige uno de la lista que aparece al escribir.
editors-rebuilt = El índice está reconstruido.
editors-unanswered = Preguntas sin respuesta
editors-asked = { $question } ({ $count ->
        [one] { $count } vez
       *[other] { $count } veces
    }, la última el { $day })
editors-wrong = Frases señaladas como incorrectas
editors-report = { $sentence } ({ $day }) { $note }
editors-gone = (una frase que ya no está)
editors-settle = Hecho: quitar de la lista
editors-none = Nada.
editors-wordings = formulaciones: { $count }
editors-feeds = Feeds
editors-feed-well = Entradas leídas: { $articles }. Última lectura { $polled }, la próxima { $next }.
editors-feed-new = Aún no se ha leído.
editors-feed-failing = Falla desde { $since }; próximo intento { $next }. { $reason }
editors-feed-stopped = Desapareció para siempre y ya no se lee. { $reason }
editors-feeds-more = No se muestran: { $count }. `factbox feeds list` los enumera todos.
editors-failing = Feeds que fallan desde hace una semana o han desaparecido
editors-failing-all = Todos los feeds y su estado: `/{ command-editors-name } { command-editors-feeds-name }` en el servidor de la redacción.
editors-changes = Qué se añadió y se quitó
editors-change-added = Añadidos: { $count }
editors-change-copies = De ellos, copias: { $count }
editors-change-removed = Quitados: { $count }
editors-change-unknown = (fuente desconocida)
editors-stats = { $days ->
        [one] El último día
       *[other] Los últimos { $days } días
    }
editors-servers = Servidores: { $count }
editors-count = { $kind }: { $count }, con resultado: { $found }
editors-kind-ask = Preguntas
editors-kind-quotes = Citas
editors-kind-timeline = Cronologías
editors-kind-article = Artículos
editors-kind-coverage = Cobertura
editors-kind-context = Contexto
editors-kind-message = Mensajes contrastados
refused-editors = Solo la redacción puede hacer esto. Quien gestiona el bot la indica en FACTBOX_EDITORS.
refused-nothing-to-add = No hay nada que añadir: adjunta un archivo.
refused-file-and-address = El archivo y la dirección serían dos altas: añádelos uno tras otro.
refused-file-size = El archivo supera los { $limit } MB: divídelo o añádelo con `factbox add`.
refused-no-article = No existe ese artículo.

## Quotations

quotes-of = Lo que dijo { $speaker }
quotes-of-about = Lo que dijo { $speaker } sobre «{ $topic }»
quotes-none-within = Los artículos citan a { $speaker }, pero no con estos filtros.
quotes-try = Citan a personas con un nombre parecido:
quotes-try-all = Sin los filtros:

## Articles

article-none = Ningún artículo tiene un titular así.
article-updated = Actualizado el { $day }
article-related = **Artículos relacionados**
article-others = Otros artículos con un titular así:

## Messages looked into

claim-in-message = En el mensaje: «{ $claim }»
claims-left-out = Por falta de espacio { $count ->
        [one] no se muestra { $count } afirmación más. Contrástala en un mensaje aparte.
       *[other] no se muestran { $count } afirmaciones más. Contrástalas en un mensaje aparte.
    }
claims-left-out-many = Por falta de espacio no se muestran al menos { $count } más. Contrástalas en un mensaje aparte.
check-example = Una afirmación dice algo que se puede consultar, por ejemplo «Russia would supply 36 helicopters to Iraq».
sources-none = No he encontrado ninguna cita ni cifra en este mensaje.
sources-example = Busco fuentes para palabras entre comillas y para cifras, por ejemplo «36 helicopters».
sources-unknown = Los artículos no dan una fuente para esto.
refused-no-text = Este mensaje no tiene texto que consultar.

## Timelines

timeline-date-of-article = fecha del artículo
timeline-found = { $count ->
        [one] { $count } frase encontrada, en un artículo de esta época: { $span }.
       *[other] { $count } frases encontradas, en artículos de esta época: { $span }.
    }
timeline-picture = Gráfico de barras de las frases encontradas, según la fecha de sus artículos. { $bars }

## What the bot knows

overview-title = Lo que conozco
overview-articles = { $count ->
        [one] **{ $count }** artículo
       *[other] **{ $count }** artículos
    }
overview-sentences = { $count ->
        [one] **{ $count }** frase
       *[other] **{ $count }** frases
    }
overview-publishers = { $count ->
        [one] **{ $count }** medio
       *[other] **{ $count }** medios
    }
overview-by-publisher = **Artículos por medio**
overview-picture = Gráfico de barras de los artículos según su fecha. { $bars }
overview-undated = { $articles ->
        [one] { $articles } artículo no tiene fecha.
       *[other] { $articles } artículos no tienen fecha.
    }
overview-changed = Último cambio { $ago }
overview-empty = Todavía no conozco nada.
overview-empty-mend = No hay artículos. La redacción los añade con `/{ command-editors-name } { command-editors-add-name }`, y quien gestiona el bot, con `factbox add`.
overview-limited = No conozco nada que este servidor muestre.
overview-limited-mend = No hay artículos de los medios elegidos aquí. Quienes gestionan el servidor lo cambian con `/{ command-settings-name }`.

## Topics that channels watch

watch-begun = Los artículos nuevos sobre **{ $topic }** se publicarán aquí cuando respondan mejor que lo que hay ahora, como mucho cada 15 minutos. /{ command-unwatch-name } lo termina.
watch-there = **{ $topic }** ya se sigue aquí (desde el { $since }). Nada se publica dos veces.
watch-ended = Ya no se publicará nada aquí sobre **{ $topic }**.
watch-news = Nuevo sobre { $topic }
watch-others = { $count ->
        [one] Hay un hecho nuevo más.
       *[other] Hay { $count } hechos nuevos más.
    }
watches-title = Temas que se siguen en este servidor
watches-none = Ninguno. /{ command-watch-name } en un canal empieza uno.
watches-row = { $channel } **{ $topic }** (desde el { $since })
watches-resting = **En pausa**: no puedo escribir ahí. Déjame ver el canal y enviar mensajes; lo intento una vez al día, o enseguida después de /{ command-watch-name } ahí.
watches-elsewhere = **En pausa**: en /{ command-settings-name }, este canal no está entre los que uso para responder.
refused-watch = Solo quienes pueden gestionar este canal pueden cambiar lo que sigue.
refused-watch-silent = No puedo escribir aquí por mi cuenta: déjame ver este canal y enviar mensajes en él, y vuelve a intentarlo.
refused-watches-channel = Este canal ya sigue { $limit } temas, que es el máximo. /{ command-unwatch-name } termina uno.
refused-watches-server = Este servidor ya sigue { $limit } temas, que es el máximo. /{ command-watches-name } los enumera.
refused-unwatch = Este canal no sigue eso: elige de la lista que aparece mientras escribes.

## Pictures of how much there was when

chart-key = { $square } { $publisher }: { $count }
chart-others = Otros
chart-peak = Máximo: { $period } ({ $count }).

## Preview

preview-no-message = Elige un mensaje de la lista.
