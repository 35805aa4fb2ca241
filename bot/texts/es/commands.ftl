# Names and descriptions of commands and their options. A name has no capitals and no spaces, 32 characters at most;
# a description has 100 at most.

language-name = Español

command-ask-name = preguntar
command-ask = Encuentra lo que dicen los artículos, palabra por palabra, con su fuente

option-question-name = pregunta
option-question = Lo que quieres saber, con tus propias palabras
option-since-name = desde
option-since = Solo artículos desde entonces, por ejemplo 2012-10-31, octubre de 2012 o 2012
option-until-name = hasta
option-until = Solo artículos hasta entonces, por ejemplo 2012-10-31, octubre de 2012 o 2012
option-publisher-name = medio
option-publisher = Solo artículos de este medio
option-private-name = privado
option-private = Mostrar la respuesta solo a ti o a todos

command-help-name = ayuda
command-help = Lo que puedes hacer con Factbox, con botones para probarlo

command-settings-name = ajustes
command-settings = Idioma, visibilidad, canales y medios de este servidor

command-privacy-name = privacidad
command-privacy = Qué se guarda y cómo eliminarlo
command-privacy-show-name = ver
command-privacy-show = Qué se guarda y durante cuánto tiempo
command-privacy-delete-name = eliminar
command-privacy-delete = Eliminar lo que se guarda con tu ID de usuario

command-editors-name = redacción
command-editors = Los artículos y lo que se dice de ellos
command-editors-add-name = añadir
command-editors-add = Añadir los artículos de un archivo o de una dirección
command-editors-feed-name = feed
command-editors-feed = Seguir un feed
command-editors-feeds-name = feeds
command-editors-feeds = Los feeds que se siguen y cómo está cada uno
command-editors-changes-name = cambios
command-editors-changes = Qué se añadió y se quitó, cuándo y por qué medio
command-editors-remove-name = quitar
command-editors-remove = Quitar un artículo
command-editors-rebuild-name = reconstruir
command-editors-rebuild = Reconstruir el índice de búsqueda a partir de los artículos
command-editors-unanswered-name = sin-respuesta
command-editors-unanswered = Preguntas que los artículos no responden
command-editors-wrong-name = incorrectas
command-editors-wrong = Frases señaladas como incorrectas
command-editors-stats-name = estadísticas
command-editors-stats = Cuánto se consulta y cuánto se encuentra

option-file-name = archivo
option-file = Un archivo de texto, o un .jsonl con un artículo por línea
option-address-name = dirección
option-address = Una dirección que empieza por https://
option-title-name = titular
option-title = Un titular o algunas de sus palabras

command-quotes-name = citas
command-quotes = Lo que dijo una persona, palabra por palabra, con las fuentes
command-article-name = artículo
command-article = Un artículo en pocas palabras, y qué otros cuentan lo mismo

option-speaker-name = persona
option-speaker = De quién son las palabras, por ejemplo Lavrov
option-about-name = tema
option-about = Solo palabras sobre este tema, primero las más cercanas

menu-check = Contrastar con los artículos
menu-sources = Buscar fuentes

command-timeline-name = cronología
command-timeline = Hechos fechados sobre un tema, en orden, con una imagen de cuándo se trató
command-coverage-name = cobertura
command-coverage = Lo que conozco: artículos, medios y fechas, con un gráfico

option-topic-name = tema
option-topic = Un nombre o unas palabras, por ejemplo Syria

command-watch-name = seguir
command-watch = Publicar aquí lo que digan los artículos nuevos sobre un tema
command-unwatch-name = dejar-de-seguir
command-unwatch = No publicar aquí nada más sobre un tema
command-watches-name = seguidos
command-watches = Lo que siguen los canales de este servidor
