# What only Discord shows.

## Replies

reply-open = Ouvrir
reply-corrected = Résultats pour **{ $words }**
reply-span = Articles du { $since } au { $until }
reply-span-day = Articles du { $day }
reply-no-more = Il n’y a rien de plus.
reply-shared = Partagé par { $person }
reply-failed = Une erreur s’est produite. Si cela se reproduit, signale-le aux responsables de ce bot : référence { $reference }.
reply-restarting = Factbox redémarre : repose ta question dans une minute.

## Buttons

button-more = Plus
button-context = Contexte
button-share = Partager
button-wrong = Source erronée
button-dismiss = Retirer

## The form for a wrong source

wrong-title = Source erronée
wrong-sentence = Quelle phrase ?
wrong-note = Qu’est-ce qui ne va pas ?
wrong-kept = Ton identifiant est conservé avec ceci jusqu’à ce que la rédaction l’ait vu ; voir /{ command-privacy-name }.
wrong-thanks = Merci ! La rédaction va regarder.

## What is refused, and why

refused-channel = Je ne réponds pas ici. Demande dans { $channels }.
refused-cooldown-person = Ça fait beaucoup d’un coup : réessaie { $again }.
refused-cooldown-server = On demande beaucoup sur ce serveur en ce moment : réessaie { $again }.
refused-date = Je n’arrive pas à lire « { $words } » comme une date : écris par exemple 2012-10-31, octobre 2012 ou 2012.
refused-publisher = Aucun média ne s’appelle ici « { $name } ». Il y a entre autres : { $names }
refused-publisher-near = Aucun média ne s’appelle ici « { $name } ». Peut-être l’un de ceux-ci : { $names }
refused-dismiss = Seule la personne qui a demandé, ou la modération, peut retirer ceci.
refused-share = Seule la personne qui a demandé peut partager ceci.
refused-share-changed = Ce qui peut être montré ici a changé depuis : repose ta question, s’il te plaît.
refused-too-old = C’est trop ancien pour que je m’en souvienne : repose ta question, s’il te plaît.

## Help

help-title = Factbox
help-what = Des réponses tirées d’articles de presse, mot pour mot : chacune avec son média, sa date et un lien qui ouvre la source à cette phrase. Rien n’est inventé ; là où les articles ne répondent pas, je le dis.
help-check = **{ menu-check }** (clic droit ou appui long sur un message, puis Applications) montre, à toi seul(e), les faits les plus proches de ce que le message affirme.
help-sources = **{ menu-sources }** (dans le même menu) cherche d’où vient une citation ou un chiffre du message.
help-privacy = Je ne lis aucun message, sauf ceux où tu utilises le menu, et je ne conserve aucun nom avec une question : /{ command-privacy-name }.

## Settings of a server

settings-title = Factbox sur ce serveur
settings-language = **Langue** de ce que tout le monde voit
settings-language-automatic = Celle de la personne qui demande
settings-replies = **Réponses** aux commandes visibles
settings-replies-public = par tout le monde dans le salon
settings-replies-private = par la personne qui demande, qui peut les partager
settings-channels = **Salons** où je réponds
settings-channels-all = Tous les salons
settings-publishers = **Médias** dont les articles sont montrés
settings-publishers-all = Tous les médias
settings-publishers-chosen = Médias choisis : { $count }
settings-publishers-more = Autres médias (page { $page } sur { $pages })

## Privacy

privacy-show = **Ce que je conserve**
    - Les questions sans réponse, pour la rédaction, mais pas qui les a posées ni où.
    - Ce sur quoi portait une réponse (une question, un nom, un sujet), pendant { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }, pour que ses boutons fonctionnent. Pas qui a demandé, et le serveur seulement si tout le monde peut y lire le salon.
    - Ton identifiant avec le signalement d’une source erronée, jusqu’à ce que la rédaction l’ait vu.
    - Les paramètres d’un serveur, jusqu’à ce que je le quitte.
    - Ce que suit un salon : le sujet, le salon, le serveur et le jour, jusqu’à la fin du suivi. Mais pas qui l’a demandé.
    - En mémoire vive, pendant quelques secondes : combien de fois tu as demandé.

    Des messages que tu compares, je ne conserve rien. `/{ command-privacy-name } { command-privacy-delete-name }` supprime ce qui est conservé avec ton identifiant.
privacy-deleted = { $count ->
        [0] Rien n’était conservé avec ton identifiant.
        [one] Supprimé : { $count } signalement de ta part. Rien d’autre n’était conservé avec ton identifiant.
       *[other] Supprimé : { $count } signalements de ta part. Rien d’autre n’était conservé avec ton identifiant.
    }
refused-settings = Seules les personnes qui peuvent gérer ce serveur peuvent changer ses paramètres.

## Editors

editors-following = Flux suivi : **{ $title }**, qui contient { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }. La lecture se fait dans quelques minutes.
editors-followed = **{ $title }** est déjà suivi.
editors-other-feeds = La page indique aussi d’autres flux :
editors-added = Ajouté : { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $sentences ->
        [one] { $sentences } phrase
       *[other] { $sentences } phrases
    }. La recherche les trouve après deux secondes.
editors-updated = Mis à jour : { $count }
editors-unchanged = Déjà là : { $count }
editors-failed = Non lus : { $count }
editors-removed = Retiré : **{ $title }**
editors-which = Rien n’est encore retiré, car ce n’est pas le titre entier d’un seul article : choisis-en un dans la liste qui apparaît pendant la saisie.
editors-rebuilt = L’index est reconstruit.
editors-unanswered = Questions sans réponse
editors-asked = { $question } ({ $count } fois, la dernière le { $day })
editors-wrong = Phrases signalées comme erronées
editors-report = { $sentence } ({ $day }) { $note }
editors-gone = (une phrase qui n’est plus là)
editors-settle = Réglé : retirer de la liste
editors-none = Rien.
editors-wordings = formulations : { $count }
editors-feeds = Flux
editors-feed-well = Entrées lues : { $articles }. Dernière lecture { $polled }, prochaine { $next }.
editors-feed-new = Pas encore lu.
editors-feed-failing = En échec depuis { $since } ; prochain essai { $next }. { $reason }
editors-feed-stopped = Disparu pour de bon, n’est plus lu. { $reason }
editors-feeds-more = Non affichés : { $count }. `factbox feeds list` les donne tous.
editors-failing = Flux en échec depuis une semaine ou disparus
editors-failing-all = Tous les flux et leur état : `/{ command-editors-name } { command-editors-feeds-name }` sur le serveur de la rédaction.
editors-changes = Ce qui a été ajouté et retiré
editors-change-added = Ajoutés : { $count }
editors-change-copies = Dont copies : { $count }
editors-change-removed = Retirés : { $count }
editors-change-unknown = (source inconnue)
editors-stats = { $days ->
        [one] { $days } dernier jour
       *[other] Les { $days } derniers jours
    }
editors-servers = Serveurs : { $count }
editors-count = { $kind } : { $count }, dont trouvés : { $found }
editors-kind-ask = Questions
editors-kind-quotes = Citations
editors-kind-timeline = Chronologies
editors-kind-article = Articles
editors-kind-coverage = Couverture
editors-kind-context = Contexte
editors-kind-message = Messages comparés
refused-editors = Seule la rédaction peut faire cela. Les responsables du bot l’indiquent dans FACTBOX_EDITORS.
refused-nothing-to-add = Il n’y a rien à ajouter : joins un fichier.
refused-file-and-address = Le fichier et l’adresse feraient deux ajouts : ajoute-les l’un après l’autre.
refused-file-size = Le fichier dépasse { $limit } Mo : divise-le, ou ajoute-le avec `factbox add`.
refused-no-article = Cet article n’existe pas.

## Quotations

quotes-of = Ce que { $speaker } a dit
quotes-of-about = Ce que { $speaker } a dit sur « { $topic } »
quotes-none-within = Les articles citent { $speaker }, mais pas avec ces filtres.
quotes-try = Ils citent des personnes au nom semblable :
quotes-try-all = Sans les filtres :

## Articles

article-none = Aucun article n’a un tel titre.
article-updated = Mis à jour le { $day }
article-related = **Articles liés**
article-others = Autres articles avec un tel titre :

## Messages looked into

claim-in-message = Dans le message : « { $claim } »
claims-left-out = Faute de place, { $count ->
        [one] { $count } autre affirmation n’est pas montrée. Compare-la dans un message à part.
       *[other] { $count } autres affirmations ne sont pas montrées. Compare-les dans un message à part.
    }
claims-left-out-many = Faute de place, au moins { $count } autres ne sont pas montrées. Compare-les dans un message à part.
check-example = Une affirmation dit quelque chose qu’on peut chercher, par exemple « Russia would supply 36 helicopters to Iraq ».
sources-none = Je n’ai trouvé ni citation ni chiffre dans ce message.
sources-example = Je cherche la source des mots entre guillemets et des chiffres, par exemple « 36 helicopters ».
sources-unknown = Les articles n’en donnent pas la source.
refused-no-text = Ce message n’a pas de texte à chercher.

## Timelines

timeline-date-of-article = date de l’article
timeline-found = { $count ->
        [one] { $count } phrase trouvée, dans un article de cette période : { $span }.
       *[other] { $count } phrases trouvées, dans des articles de cette période : { $span }.
    }
timeline-picture = Diagramme à barres des phrases trouvées, selon la date de leurs articles. { $bars }

## What the bot knows

overview-title = Ce que je connais
overview-articles = { $count ->
        [one] **{ $count }** article
       *[other] **{ $count }** articles
    }
overview-sentences = { $count ->
        [one] **{ $count }** phrase
       *[other] **{ $count }** phrases
    }
overview-publishers = { $count ->
        [one] **{ $count }** média
       *[other] **{ $count }** médias
    }
overview-by-publisher = **Articles par média**
overview-picture = Diagramme à barres des articles selon leur date. { $bars }
overview-undated = { $articles ->
        [one] { $articles } article n’a pas de date.
       *[other] { $articles } articles n’ont pas de date.
    }
overview-changed = Dernière modification { $ago }
overview-empty = Je ne connais encore rien.
overview-empty-mend = Il n’y a pas d’articles. La rédaction en ajoute avec `/{ command-editors-name } { command-editors-add-name }`, et les responsables du bot avec `factbox add`.
overview-limited = Je ne connais rien que ce serveur montre.
overview-limited-mend = Il n’y a pas d’articles des médias choisis ici. Les personnes qui gèrent le serveur changent cela avec `/{ command-settings-name }`.

## Topics that channels watch

watch-begun = Les nouveaux articles sur **{ $topic }** seront publiés ici quand ils répondent mieux que ce qu’il y a maintenant, au plus toutes les 15 minutes. /{ command-unwatch-name } y met fin.
watch-there = **{ $topic }** est déjà suivi ici (depuis le { $since }). Rien n’est publié deux fois.
watch-ended = Plus rien ne sera publié ici sur **{ $topic }**.
watch-news = Nouveau sur { $topic }
watch-others = { $count ->
        [one] { $count } autre fait est nouveau.
       *[other] { $count } autres faits sont nouveaux.
    }
watches-title = Sujets suivis sur ce serveur
watches-none = Aucun. /{ command-watch-name } dans un salon en commence un.
watches-row = { $channel } **{ $topic }** (depuis le { $since })
watches-resting = **En pause** : je n’ai pas le droit d’écrire là. Laisse-moi voir le salon et envoyer des messages ; je réessaie une fois par jour, ou aussitôt après /{ command-watch-name } là-bas.
watches-elsewhere = **En pause** : dans /{ command-settings-name }, ce salon n’est pas parmi ceux où je réponds.
refused-watch = Seules les personnes qui peuvent gérer ce salon peuvent changer ce qu’il suit.
refused-watch-silent = Je n’ai pas le droit d’écrire ici de moi-même : laisse-moi voir ce salon et y envoyer des messages, puis réessaie.
refused-watches-channel = Ce salon suit déjà { $limit } sujets, c’est le maximum. /{ command-unwatch-name } met fin à un suivi.
refused-watches-server = Ce serveur suit déjà { $limit } sujets, c’est le maximum. /{ command-watches-name } en donne la liste.
refused-unwatch = Ce salon ne suit pas cela : choisis dans la liste qui apparaît pendant que tu tapes.

## Pictures of how much there was when

chart-key = { $square } { $publisher } : { $count }
chart-others = Autres
chart-peak = Maximum : { $period } ({ $count }).

## Preview

preview-no-message = Choisis un message dans la liste.
