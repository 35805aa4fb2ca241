# Names and descriptions of commands and their options. A name has no capitals and no spaces, 32 characters at most;
# a description has 100 at most.

language-name = Français

command-ask-name = demander
command-ask = Trouver ce que disent les articles, mot pour mot, avec la source

option-question-name = question
option-question = Ce que tu veux savoir, avec tes propres mots
option-since-name = depuis
option-since = Uniquement les articles depuis cette date : 2012-10-31, octobre 2012 ou 2012
option-until-name = jusqu-à
option-until = Uniquement les articles jusqu’à cette date : 2012-10-31, octobre 2012 ou 2012
option-publisher-name = média
option-publisher = Uniquement les articles de ce média
option-private-name = privé
option-private = Montrer la réponse à toi seul(e) ou à tout le monde

command-help-name = aide
command-help = Ce que tu peux faire avec Factbox, avec des boutons pour essayer

command-settings-name = paramètres
command-settings = Langue, visibilité, salons et médias pour ce serveur

command-privacy-name = confidentialité
command-privacy = Ce qui est conservé, et comment le supprimer
command-privacy-show-name = afficher
command-privacy-show = Ce qui est conservé, et combien de temps
command-privacy-delete-name = supprimer
command-privacy-delete = Supprimer ce qui est conservé avec ton identifiant

command-editors-name = rédaction
command-editors = Les articles, et ce qu’on en dit
command-editors-add-name = ajouter
command-editors-add = Ajouter les articles d’un fichier ou d’une adresse
command-editors-feed-name = flux
command-editors-feed = Suivre un flux
command-editors-feeds-name = liste-des-flux
command-editors-feeds = Les flux suivis et l’état de chacun
command-editors-changes-name = changements
command-editors-changes = Ce qui a été ajouté et retiré, quand et par quoi
command-editors-remove-name = retirer
command-editors-remove = Retirer un article
command-editors-rebuild-name = reconstruire
command-editors-rebuild = Reconstruire l’index de recherche à partir des articles
command-editors-unanswered-name = sans-réponse
command-editors-unanswered = Les questions auxquelles les articles ne répondent pas
command-editors-wrong-name = erreurs
command-editors-wrong = Les phrases signalées comme erronées
command-editors-stats-name = statistiques
command-editors-stats = Combien de recherches sont faites, et combien aboutissent

option-file-name = fichier
option-file = Un fichier texte, ou un .jsonl avec un article par ligne
option-address-name = adresse
option-address = Une adresse qui commence par https://
option-title-name = titre
option-title = Un titre d’article, ou quelques mots de ce titre

command-quotes-name = citations
command-quotes = Ce qu’une personne a dit, mot pour mot, avec les sources
command-article-name = article
command-article = Un article en bref, et les autres articles qui rapportent la même chose

option-speaker-name = personne
option-speaker = De qui, par exemple Lavrov
option-about-name = sujet
option-about = Uniquement les propos sur ce sujet, les plus proches d’abord

menu-check = Comparer aux articles
menu-sources = Trouver les sources

command-timeline-name = chronologie
command-timeline = Les faits datés sur un sujet, dans l’ordre, avec une image de sa couverture dans le temps
command-coverage-name = couverture
command-coverage = Ce que je connais : articles, médias, dates, avec un graphique

option-topic-name = sujet
option-topic = Un nom ou quelques mots, par exemple Syria

command-watch-name = suivre
command-watch = Publier ici ce que de nouveaux articles disent d’un sujet
command-unwatch-name = ne-plus-suivre
command-unwatch = Ne plus rien publier ici sur un sujet
command-watches-name = suivis
command-watches = Ce que suivent les salons de ce serveur
